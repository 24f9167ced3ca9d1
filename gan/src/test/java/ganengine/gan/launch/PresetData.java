package ganengine.gan.launch;

import ganengine.gan.data.LmdbFolder;
import ganengine.gan.data.MatlabBytes;
import ganengine.gan.data.RealData;
import ganengine.gan.data.pixels.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * What {@code --data} is for each data set: its makers' files where they are at hand, else a few
 * images in the format that they publish.
 */
final class PresetData {
  private static final int IMAGES = 80;

  private PresetData() {}

  /** The place, made below the folder if need be; empty for data sets without files. */
  static Optional<Path> of(String dataset, Path folder) throws IOException {
    return switch (dataset) {
      case "digits", "ring", "grid" -> Optional.empty();
      case "mnist", "stacked-mnist", "stacked-mnist-60k" -> Optional.of(RealData.at("mnist"));
      case "fashion-mnist" -> Optional.of(RealData.at("fashion-mnist"));
      case "celeba" -> Optional.of(RealData.at("celeba/original-size"));
      case "lfw" -> Optional.of(RealData.at("lfw/sample"));
      case "lsun" -> Optional.of(rooms(folder));
      case "svhn" -> Optional.of(houseNumbers(folder));
      default -> throw new IllegalArgumentException("no data for " + dataset);
    };
  }

  private static Path rooms(Path folder) throws IOException {
    byte[][] values = new byte[IMAGES][];
    Arrays.fill(values, Pictures.encoded("jpeg", Pictures.noise(341, 256)));
    return LmdbFolder.write(folder.resolve("bedroom_train_lmdb"), values);
  }

  private static Path houseNumbers(Path folder) throws IOException {
    byte[] planes = new byte[32 * 32 * 3 * IMAGES];
    new Random(3).nextBytes(planes);
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (1 + i % 10);
    }
    byte[] file =
        new MatlabBytes()
            .array("X", planes, 32, 32, 3, IMAGES)
            .array("y", labels, IMAGES, 1)
            .toBytes();
    return Files.write(folder.resolve("train_32x32.mat"), file);
  }
}
