package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.FixtureKernels.text;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static jcuda.driver.CUresult.CUDA_ERROR_INVALID_VALUE;
import static jcuda.driver.CUresult.CUDA_ERROR_OUT_OF_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulation finds what a kernel or a copy does wrong with the card's memory. */
class EmulatedMemoryTest {
  private EmulatedCard card;
  private FixtureKernels kernels;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    kernels = new FixtureKernels();
  }

  @AfterEach
  void close() {
    if (kernels != null) {
      kernels.close();
      card.close();
    }
  }

  /** out = 2 in for count numbers, by two blocks of 64 threads. */
  private int scale(CUdeviceptr in, CUdeviceptr out, long count) {
    return kernels.launch(
        "fixture_scale",
        card.stream(),
        2,
        64,
        Pointer.to(in),
        Pointer.to(out),
        Pointer.to(new float[] {2}),
        Pointer.to(new long[] {count}));
  }

  private static void assertFault(int status, String... words) {
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains(words);
  }

  @Test
  void kernelWithinItsBuffers() {
    CUdeviceptr in = card.floats(new float[200]);
    CUdeviceptr out = card.unwritten(800);
    done(scale(card.floats(1, 2, 3), out, 3));
    done(scale(in, out, 200));
    done(scale(card.floats(1, 2, 3), out, 3));
    assertThat(card.readFloats(out, 4)).containsExactly(2, 4, 6, 0);
  }

  @Test
  void readPastTheEnd() {
    int status = scale(card.floats(1, 2, 3), card.unwritten(400), 5);
    assertFault(status, "fixture_scale", "read of 4 bytes", "past the end of a buffer of 12 bytes");
  }

  @Test
  void writePastTheEnd() {
    int status = scale(card.floats(new float[100]), card.unwritten(12), 5);
    assertFault(status, "block (0, 0, 0)", "write of 4 bytes", "the end of a buffer of 12 bytes");
  }

  @Test
  void useAfterFree() {
    CUdeviceptr out = card.unwritten(400);
    card.free(out);
    int status = scale(card.floats(1, 2, 3), out, 3);
    assertFault(status, "write of 4 bytes", "of a freed buffer of 400 bytes");
  }

  @Test
  void readOfWhatWasNeverWritten() {
    int status = scale(card.unwritten(400), card.unwritten(400), 1);
    assertFault(status, "thread (0, 0, 0)", "byte 0 of a buffer of 400 bytes, never written");
  }

  @Test
  void vectorsFromAnAddressThatIsNoMultipleOfTheirSize() {
    CUdeviceptr in = card.floats(new float[100]);
    Pointer out = Pointer.to(card.unwritten(400));
    done(kernels.launch("fixture_copy_vectors", card.stream(), 1, 4, Pointer.to(in), out));
    Pointer shifted = Pointer.to(in.withByteOffset(4));
    int status = kernels.launch("fixture_copy_vectors", card.stream(), 1, 4, shifted, out);
    assertFault(status, "4 bytes past a multiple of 16 bytes", "faults.cu");
  }

  @Test
  void theCardWorksOnAfterAFault() {
    CUdeviceptr in = card.floats(1, 2, 3);
    CUdeviceptr out = card.unwritten(12);
    assertThat(scale(in, out, 4)).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    done(scale(in, out, 3));
    assertThat(card.readFloats(out, 3)).containsExactly(2, 4, 6);
  }

  @Test
  void downloadOfWhatWasNeverWritten() {
    CUdeviceptr buffer = card.unwritten(12);
    done(JCudaDriver.cuMemcpyHtoD(buffer, Pointer.to(new float[2]), 8));
    int status = JCudaDriver.cuMemcpyDtoH(Pointer.to(new float[3]), buffer, 12);
    assertFault(status, "cuMemcpyDtoH", "8 of them fine", "never written");
  }

  @Test
  void uploadPastTheEnd() {
    int status = JCudaDriver.cuMemcpyHtoD(card.unwritten(8), Pointer.to(new float[3]), 12);
    assertFault(status, "cuMemcpyHtoD", "0 bytes past the end of a buffer of 8 bytes");
  }

  @Test
  void doubleFree() {
    CUdeviceptr buffer = card.unwritten(8);
    card.free(buffer);
    assertThat(JCudaDriver.cuMemFree(buffer)).isEqualTo(CUDA_ERROR_INVALID_VALUE);
  }

  @Test
  void outOfMemory() {
    long[] free = new long[1];
    long[] total = new long[1];
    done(JCudaDriver.cuMemGetInfo(free, total));
    assertThat(total[0]).isEqualTo(1L << 30);
    CUdeviceptr most = card.unwritten(free[0]);
    CUdeviceptr one = new CUdeviceptr();
    assertThat(JCudaDriver.cuMemAlloc(one, 1)).isEqualTo(CUDA_ERROR_OUT_OF_MEMORY);
    card.free(most);
    card.unwritten(1);
  }
}
