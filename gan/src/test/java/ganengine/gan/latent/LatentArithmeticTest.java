package ganengine.gan.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentArithmeticTest {
  private static final LatentArithmetic SUM =
      new LatentArithmetic(
          concept(1, 2, 3, 6, 8, 10), concept(1, 0, 0), concept(10, 10, 10, 20, 20, 26));

  /** Vectors of three. */
  private static Concept concept(float... z) {
    return new Concept("given", List.of(), new LatentSet(z, 3, new int[0]));
  }

  @Test
  void meansAreSubtractedAndAdded() {
    assertThat(SUM.a().mean()).containsExactly(3.5f, 5, 6.5f);
    assertThat(SUM.result()).containsExactly(17.5f, 20, 24.5f);
  }

  @Test
  void theResultIsInTheMiddleOfItsNeighbours() {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT)) {
      float[] around = SUM.neighbours(0.25, 7, device);

      assertThat(around).hasSize(9 * 3).isEqualTo(SUM.neighbours(0.25, 7, device));
      assertThat(Arrays.copyOfRange(around, 4 * 3, 5 * 3)).isEqualTo(SUM.result());
      float farthest = 0;
      for (int i = 0; i < around.length; i++) {
        float from = around[i] - SUM.result()[i % 3];
        assertThat(from).isBetween(-0.25f, 0.25f);
        farthest = Math.max(farthest, Math.abs(from));
        assertThat(from == 0).isEqualTo(i / 3 == 4);
      }
      assertThat(farthest).isCloseTo(0.25f, within(0.05f));
      assertThat(around).isNotEqualTo(SUM.neighbours(0.25, 8, device));
    }
  }
}
