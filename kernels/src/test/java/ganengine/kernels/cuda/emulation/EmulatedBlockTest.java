package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.FixtureKernels.text;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The threads of an emulated block wait for one another, and the emulation finds those that don't.
 */
class EmulatedBlockTest {
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

  private static float[] upTo(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  /** The numbers 0 to 511, each half reversed. */
  private float[] reversed(boolean barrier) {
    CUdeviceptr out = card.unwritten(512 * 4);
    done(
        kernels.launch(
            "fixture_reverse",
            card.stream(),
            2,
            256,
            Pointer.to(card.floats(upTo(512))),
            Pointer.to(out),
            Pointer.to(new int[] {barrier ? 1 : 0})));
    return card.readFloats(out, 512);
  }

  @Test
  void barrier() {
    float[] expected = new float[512];
    for (int i = 0; i < 512; i++) {
      expected[i] = i / 256 * 256 + 255 - i % 256;
    }
    // Threads run forward once and backward once.
    assertThat(reversed(true)).containsExactly(expected);
    assertThat(reversed(true)).containsExactly(expected);
  }

  @Test
  void missingBarrier() {
    float[] once = reversed(false);
    float[] again = reversed(false);
    assertThat(Arrays.equals(once, again)).isFalse();
    assertThat(once).contains(Float.NaN);
    assertThat(again).contains(Float.NaN);
  }

  @Test
  void divergentBarrier() {
    done(divergent(64));
    int status = divergent(10);
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("__syncthreads() is never reached by thread", "has ended");
  }

  private int divergent(int limit) {
    Pointer argument = Pointer.to(new int[] {limit});
    return kernels.launch("fixture_divergent_barrier", card.stream(), 1, 64, argument);
  }

  private int warpSums(CUdeviceptr[] out, int threads, int lanes) {
    return kernels.launch(
        "fixture_warp_sums",
        card.stream(),
        2,
        threads,
        Pointer.to(card.floats(upTo(64))),
        Pointer.to(out[0]),
        Pointer.to(out[1]),
        Pointer.to(out[2]),
        Pointer.to(new int[] {lanes}));
  }

  private CUdeviceptr[] threeOutputs() {
    return new CUdeviceptr[] {card.unwritten(256), card.unwritten(256), card.unwritten(256)};
  }

  @Test
  void warpSums() {
    CUdeviceptr[] out = threeOutputs();
    done(warpSums(out, 32, 32));
    float[] expected = new float[64];
    Arrays.fill(expected, 0, 32, 496);
    Arrays.fill(expected, 32, 64, 1520);
    assertThat(card.readFloats(out[0], 64)).containsExactly(expected);
    assertThat(card.readFloats(out[1], 64)).containsExactly(expected);
    int[] above = new int[64];
    done(JCudaDriver.cuMemcpyDtoH(Pointer.to(above), out[2], 256));
    assertThat(above[31]).isEqualTo(-2);
    assertThat(above[32]).isEqualTo(-1);
  }

  @Test
  void shuffleWithLanesThatHaveEnded() {
    int status = warpSums(threeOutputs(), 32, 16);
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("waits for ever", "lane 16 has ended");
  }

  @Test
  void shuffleWithLanesThatNeverWere() {
    int status = warpSums(threeOutputs(), 16, 16);
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("lane 16 does not exist in a warp of 16 threads");
  }

  @Test
  void atomicCount() {
    CUdeviceptr counter = card.unwritten(4);
    done(JCudaDriver.cuMemsetD32(counter, 0, 1));
    done(kernels.launch("fixture_count", card.stream(), 10, 100, Pointer.to(counter)));
    int[] count = new int[1];
    done(JCudaDriver.cuMemcpyDtoH(Pointer.to(count), counter, 4));
    assertThat(count[0]).isEqualTo(1000);
  }
}
