package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Packs;
import ganengine.gan.data.Shuffle;
import ganengine.gan.data.StackedDigits;
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

  private static ImageSet images() {
    return new ImageSet("blank", IMAGES, 1, 1, 1, new byte[IMAGES], new int[IMAGES], 10);
  }

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
      Batches batches = new Batches(5, images(), BATCH, 1);
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
      Batches batches = new Batches(5, images(), BATCH, 1);
      assertThat(batches.perEpoch()).isEqualTo(PER_EPOCH);
      assertThat(batches.epoch(4)).isEqualTo(4 / 3.0);
    }
  }

  /** As many packs as images, three numbers a stack. */
  @Test
  void aBatchIsOfPacksAndAStackOfThreeDigits() {
    StackedDigits stacks = StackedDigits.draw("stacks", images(), 7, 1);
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Batches batches = new Batches(5, stacks, 2, 4);
      assertThat(batches.perEpoch()).isEqualTo(3);
      assertThat(batches.images(3)).isEqualTo(24);
      batches.startAt(4);
      batches.prepare(4);
      int[] second = Arrays.copyOfRange(Packs.shuffled(5, 1, 7, 4), 8, 16);
      assertThat(batches.draw().toLongs())
          .isEqualTo(Arrays.stream(stacks.triples(second)).asLongStream().toArray());
      assertThat(batches.spread(7)).hasSize(21);
    }
  }
}
