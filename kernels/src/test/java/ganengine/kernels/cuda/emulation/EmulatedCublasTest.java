package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.assertClose;
import static ganengine.kernels.cuda.emulation.EmulatedCard.cut;
import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static ganengine.kernels.cuda.emulation.EmulatedCard.random;
import static jcuda.cudaDataType.CUDA_R_16BF;
import static jcuda.cudaDataType.CUDA_R_32F;
import static jcuda.jcublas.cublasComputeType.CUBLAS_COMPUTE_32F;
import static jcuda.jcublas.cublasComputeType.CUBLAS_COMPUTE_32F_FAST_TF32;
import static jcuda.jcublas.cublasOperation.CUBLAS_OP_N;
import static jcuda.jcublas.cublasOperation.CUBLAS_OP_T;
import static jcuda.jcublas.cublasStatus.CUBLAS_STATUS_NOT_SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcublas.cublasMath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of the emulated cuBLAS against plain loops. */
class EmulatedCublasTest {
  private static final int DEFAULT_ALGORITHM = -1;

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

  /** C = alpha op(A) op(B) + beta C of column-major matrices with these leading dimensions. */
  private static double[] product(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int lda,
      float[] b,
      int ldb,
      float beta,
      float[] c,
      int ldc) {
    double[] out = new double[c.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = c[i];
    }
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          double left = transposeA ? a[i * lda + p] : a[p * lda + i];
          sum += left * (transposeB ? b[p * ldb + j] : b[j * ldb + p]);
        }
        out[j * ldc + i] = alpha * sum + (beta == 0 ? 0 : beta * c[j * ldc + i]);
      }
    }
    return out;
  }

  private static int operation(boolean transpose) {
    return transpose ? CUBLAS_OP_T : CUBLAS_OP_N;
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void multipliesWithPaddedColumns(boolean transposeA, boolean transposeB) {
    int m = 7, n = 5, k = 131;
    int lda = (transposeA ? k : m) + 2, ldb = (transposeB ? n : k) + 3, ldc = m + 1;
    float[] a = random(1, lda * (transposeA ? m : k));
    float[] b = random(2, ldb * (transposeB ? k : n));
    float[] c = random(3, ldc * n);
    CUdeviceptr out = card.floats(c);
    done(
        JCublas2.cublasSgemm(
            handle,
            operation(transposeA),
            operation(transposeB),
            m,
            n,
            k,
            factor(0.5f),
            card.floats(a),
            lda,
            card.floats(b),
            ldb,
            factor(-2),
            out,
            ldc));
    double[] expected = product(transposeA, transposeB, m, n, k, 0.5f, a, lda, b, ldb, -2, c, ldc);
    assertClose(card.readFloats(out, c.length), expected, 1e-7);
  }

  @Test
  void multipliesStridedBatchesWithoutReadingTheOutput() {
    int m = 3, n = 4, k = 6, batches = 5;
    float[] a = random(4, m * k * batches);
    float[] b = random(5, k * n);
    CUdeviceptr out = card.unwritten(4L * m * n * batches);
    done(
        JCublas2.cublasSgemmStridedBatched(
            handle,
            CUBLAS_OP_N,
            CUBLAS_OP_N,
            m,
            n,
            k,
            factor(1),
            card.floats(a),
            m,
            (long) m * k,
            card.floats(b),
            k,
            0,
            factor(0),
            out,
            m,
            (long) m * n,
            batches));
    float[] found = card.readFloats(out, m * n * batches);
    for (int batch = 0; batch < batches; batch++) {
      float[] own = Arrays.copyOfRange(a, batch * m * k, (batch + 1) * m * k);
      float[] part = Arrays.copyOfRange(found, batch * m * n, (batch + 1) * m * n);
      assertClose(part, product(false, false, m, n, k, 1, own, m, b, k, 0, part, m), 1e-7);
    }
  }

  @Test
  void roundsToTf32OnlyWhereAsked() {
    float fine = 1 + 1f / (1 << 12);
    assertThat(square(fine, CUBLAS_COMPUTE_32F)).isEqualTo(fine * fine);
    assertThat(square(fine, CUBLAS_COMPUTE_32F_FAST_TF32)).isEqualTo(1);
    done(JCublas2.cublasSetMathMode(handle, cublasMath.CUBLAS_TF32_TENSOR_OP_MATH));
    assertThat(square(fine, CUBLAS_COMPUTE_32F)).isEqualTo(1);
  }

  private float square(float value, int computeType) {
    CUdeviceptr out = card.unwritten(4);
    Pointer in = card.floats(value);
    Pointer same = card.floats(value);
    done(
        JCublas2.cublasGemmEx_new(
            handle,
            CUBLAS_OP_N,
            CUBLAS_OP_N,
            1,
            1,
            1,
            factor(1),
            in,
            CUDA_R_32F,
            1,
            same,
            CUDA_R_32F,
            1,
            factor(0),
            out,
            CUDA_R_32F,
            1,
            computeType,
            DEFAULT_ALGORITHM));
    return card.readFloats(out, 1)[0];
  }

  @Test
  void multipliesBf16IntoEitherType() {
    int m = 4, n = 3, k = 9;
    float[] a = cut(random(6, m * k));
    float[] b = cut(random(7, k * n));
    double[] expected = product(false, false, m, n, k, 1, a, m, b, k, 0, new float[m * n], m);
    CUdeviceptr wide = card.unwritten(4L * m * n);
    done(
        halfProduct(m, n, k, card.halves(a), card.halves(b), wide, CUDA_R_32F, CUBLAS_COMPUTE_32F));
    assertClose(card.readFloats(wide, m * n), expected, 1e-7);
    CUdeviceptr narrow = card.unwritten(2L * m * n);
    done(
        halfProduct(
            m, n, k, card.halves(a), card.halves(b), narrow, CUDA_R_16BF, CUBLAS_COMPUTE_32F));
    assertClose(card.readHalves(narrow, m * n), expected, 1.0 / 256);
    int refused =
        halfProduct(
            m,
            n,
            k,
            card.halves(a),
            card.halves(b),
            wide,
            CUDA_R_32F,
            CUBLAS_COMPUTE_32F_FAST_TF32);
    assertThat(refused).isEqualTo(CUBLAS_STATUS_NOT_SUPPORTED);
  }

  private int halfProduct(
      int m, int n, int k, Pointer a, Pointer b, Pointer out, int outType, int computeType) {
    return JCublas2.cublasGemmEx_new(
        handle,
        CUBLAS_OP_N,
        CUBLAS_OP_N,
        m,
        n,
        k,
        factor(1),
        a,
        CUDA_R_16BF,
        m,
        b,
        CUDA_R_16BF,
        k,
        factor(0),
        out,
        outType,
        m,
        computeType,
        DEFAULT_ALGORITHM);
  }
}
