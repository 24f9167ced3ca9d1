package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import java.util.Random;

/** Small data of the kind and shape that a configuration trains on. */
final class SyntheticData {
  static final int COUNT = 24;
  private static final int CLASSES = 10;

  private SyntheticData() {}

  static DataSet of(TrainConfig config) {
    return switch (config.dataset()) {
      case "ring" -> PointSet.ring(COUNT, 1);
      case "grid" -> PointSet.grid(COUNT, 1);
      case "stacked-mnist" -> StackedDigits.draw("stacks", images(config.imageSize(), 1), COUNT, 1);
      case "stacked-mnist-60k" ->
          StackedDigits.drawEachEpoch("stacks", images(config.imageSize(), 1), COUNT, 1);
      case "celeba", "lfw", "lsun" -> images(config.imageSize(), 3);
      default -> images(config.imageSize(), 1);
    };
  }

  /** Noise, labelled 0 to 9 in turns. */
  static ImageSet images(int side, int channels) {
    byte[] pixels = new byte[COUNT * side * side * channels];
    new Random(1).nextBytes(pixels);
    int[] labels = new int[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = i % CLASSES;
    }
    return new ImageSet("noise", COUNT, side, side, channels, pixels, labels, CLASSES);
  }
}
