package ganengine.tools;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.io.HostTensor;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ClassifierTrainingTest {
  private static final ImageSet FEW = first(DataSets.images("digits", null), 320);

  @Test
  void learnsAndGivesTheSameBitsForTheSameSeed() {
    List<Double> losses = new ArrayList<>();

    Map<String, HostTensor> weights = train(1, losses);

    assertThat(losses).hasSize(3);
    assertThat(losses.get(2)).isLessThan(0.8 * losses.get(0));
    assertThat(train(1, new ArrayList<>())).isEqualTo(weights);
    assertThat(train(2, new ArrayList<>())).isNotEqualTo(weights);
  }

  @Test
  void movedImagesKeepTheirInkAndBecomeBlackWhereNothingIsLeft() {
    ImageSet dot = new ImageSet("dot", 1, 4, 4, 1, bytes(4 * 4, 5), new int[1], 1);
    float[] drawn = new float[16];

    new Augmentation(0, false).draw(dot, 0, new SplittableRandom(1), drawn, 0);
    assertThat(drawn[5]).isEqualTo(1);
    boolean moved = false;
    for (int seed = 0; seed < 20; seed++) {
      new Augmentation(1, true).draw(dot, 0, new SplittableRandom(seed), drawn, 0);
      moved |= drawn[5] != 1;
      float[] sorted = drawn.clone();
      Arrays.sort(sorted);
      assertThat(sorted[15]).isEqualTo(1);
      assertThat(sorted[14]).isEqualTo(-1);
    }
    assertThat(moved).isTrue();
  }

  private static Map<String, HostTensor> train(long seed, List<Double> losses) {
    ClassifierTraining training =
        new ClassifierTraining(3, 32, 2e-3, new Augmentation(2, false), seed);
    try (Device device = Devices.open("cpu", new DeviceOptions(2, Precision.AUTO, true))) {
      return training.run(device, FEW, (epoch, loss) -> losses.add(loss));
    }
  }

  private static ImageSet first(ImageSet images, int count) {
    return new ImageSet(
        images.name(),
        count,
        images.height(),
        images.width(),
        1,
        Arrays.copyOf(images.pixels(), count * images.imageSize()),
        Arrays.copyOf(images.labels(), count),
        images.classes());
  }

  private static byte[] bytes(int count, int lit) {
    byte[] bytes = new byte[count];
    bytes[lit] = (byte) 255;
    return bytes;
  }
}
