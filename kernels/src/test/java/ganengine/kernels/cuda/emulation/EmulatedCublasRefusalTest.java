package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static jcuda.jcublas.cublasOperation.CUBLAS_OP_N;
import static jcuda.jcublas.cublasStatus.CUBLAS_STATUS_EXECUTION_FAILED;
import static jcuda.jcublas.cublasStatus.CUBLAS_STATUS_INVALID_VALUE;
import static jcuda.jcublas.cublasStatus.CUBLAS_STATUS_NOT_INITIALIZED;
import static org.assertj.core.api.Assertions.assertThat;

import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the emulated cuBLAS refuses. */
class EmulatedCublasRefusalTest {
  private EmulatedCard card;
  private cublasHandle handle;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    handle = new cublasHandle();
    done(JCublas2.cublasCreate(handle));
    done(JCublas2.cublasSetStream(handle, card.libraryStream()));
  }

  @AfterEach
  void close() {
    if (handle != null) {
      done(JCublas2.cublasDestroy(handle));
      card.close();
    }
  }

  private int square(CUdeviceptr a, CUdeviceptr b, CUdeviceptr c, int lda) {
    return JCublas2.cublasSgemm(
        handle, CUBLAS_OP_N, CUBLAS_OP_N, 2, 2, 2, factor(1), a, lda, b, 2, factor(0), c, 2);
  }

  @Test
  void refusesWhatDoesNotFit() {
    CUdeviceptr a = card.floats(new float[4]);
    CUdeviceptr b = card.floats(new float[4]);
    CUdeviceptr out = card.unwritten(16);
    assertThat(square(a, b, out, 1)).isEqualTo(CUBLAS_STATUS_INVALID_VALUE);
    assertThat(JCublas2.cublasGetStatusString(CUBLAS_STATUS_INVALID_VALUE))
        .contains("cublasSgemm: ldA is 1");
    assertThat(square(a, b, a, 2)).isEqualTo(CUBLAS_STATUS_INVALID_VALUE);
    assertThat(square(card.unwritten(16), b, out, 2)).isEqualTo(CUBLAS_STATUS_EXECUTION_FAILED);
    assertThat(square(a, b, card.unwritten(12), 2)).isEqualTo(CUBLAS_STATUS_EXECUTION_FAILED);
    done(square(a, b, out, 2));
  }

  @Test
  void refusesHandlesWithoutAStream() {
    cublasHandle other = new cublasHandle();
    done(JCublas2.cublasCreate(other));
    CUdeviceptr a = card.floats(1);
    int status =
        JCublas2.cublasSgemm(
            other,
            CUBLAS_OP_N,
            CUBLAS_OP_N,
            1,
            1,
            1,
            factor(1),
            a,
            1,
            a,
            1,
            factor(0),
            card.unwritten(4),
            1);
    assertThat(status).isEqualTo(CUBLAS_STATUS_NOT_INITIALIZED);
    done(JCublas2.cublasDestroy(other));
    assertThat(JCublas2.cublasDestroy(other)).isEqualTo(CUBLAS_STATUS_NOT_INITIALIZED);
  }

  @Test
  void workspaceMustBeAlignedAndAlive() {
    CUdeviceptr workspace = card.unwritten(1024);
    assertThat(JCublas2.cublasSetWorkspace(handle, workspace.withByteOffset(64), 512))
        .isEqualTo(CUBLAS_STATUS_INVALID_VALUE);
    done(JCublas2.cublasSetWorkspace(handle, workspace, 1024));
    CUdeviceptr a = card.floats(new float[4]);
    CUdeviceptr b = card.floats(new float[4]);
    CUdeviceptr out = card.unwritten(16);
    done(square(a, b, out, 2));
    card.free(workspace);
    assertThat(square(a, b, out, 2)).isEqualTo(CUBLAS_STATUS_EXECUTION_FAILED);
    done(JCudaDriver.cuStreamSynchronize(card.stream()));
  }
}
