package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.Shuffle;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images a step sees is a function of seed and step. */
@SuppressWarnings("try") // Scopes work by being open.
final class BatchesTest {
  private static final int IMAGES = 11;
  private static final int BATCH = 3;
  private static final int PER_EPOCH = 3;

  private static long[] expected(long step) {
    int from = (int) (step % PER_EPOCH) * BATCH;
    return Arrays.stream(Shuffle.order(5, step / PER_EPOCH, IMAGES), from, from + BATCH)
        .asLongStream()
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 5, 300})
  void anEpochSeesItsOrderInBatchesWhereverItBegins(long first) {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Batches batches = new Batches(5, IMAGES, BATCH);
      batches.startAt(first);
      for (long step = first; step < first + 8; step++) {
        batches.prepare(step);
        assertThat(batches.draw().toLongs()).isEqualTo(expected(step));
      }
    }
  }

  @Test
  void countsPassesOverTheData() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Batches batches = new Batches(5, IMAGES, BATCH);
      assertThat(batches.perEpoch()).isEqualTo(PER_EPOCH);
      assertThat(batches.epoch(4)).isEqualTo(4 / 3.0);
    }
  }
}
