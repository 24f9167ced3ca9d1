package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.Test;

final class NearestRowsTest {
  /** Points on a line, in two pieces: 0, 10, 3 and 4, 100. */
  @Test
  @SuppressWarnings("try") // The scope works by being open.
  void findsTheNearestOfAllPieces() {
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      Features queries = new Features(new float[] {4, 90}, 2, 1);
      NearestRows nearest = new NearestRows(queries, 3, new int[] {3, -1});
      nearest.offer(new Features(new float[] {0, 10, 3}, 3, 1), 0);
      nearest.offer(new Features(new float[] {4, 100}, 2, 1), 3);

      assertThat(new int[] {nearest.number(0, 0), nearest.number(0, 1), nearest.number(0, 2)})
          .containsExactly(2, 0, 1);
      assertThat(nearest.distance(0, 0)).isCloseTo(1, within(1e-3));
      assertThat(nearest.distance(0, 2)).isCloseTo(6, within(1e-3));
      assertThat(nearest.number(1, 0)).isEqualTo(4);
      assertThat(nearest.number(1, 1)).isEqualTo(1);
    }
  }

  @Test
  void saysThatThereAreNotSoMany() {
    NearestRows nearest = new NearestRows(new Features(new float[] {4}, 1, 1), 1, new int[] {-1});
    assertThat(nearest.number(0, 0)).isEqualTo(-1);
    assertThat(nearest.distance(0, 0)).isInfinite();
  }
}
