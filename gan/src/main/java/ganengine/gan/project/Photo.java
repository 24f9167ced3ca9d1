package ganengine.gan.project;

import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.ImageDecoder;
import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Resampling;
import ganengine.gan.data.pixels.Size;
import ganengine.gan.data.pixels.Window;
import ganengine.gan.model.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Image files of any size and kind as a generator's images are. */
public final class Photo {
  private Photo() {}

  /**
   * Reads a file: turned upright as its EXIF data say, made grey or colour as the generator's
   * images are, cut and scaled to their size.
   *
   * @param crop which part; the run's, unless that is a window: so many pixels of its data set's
   *     files are no measure for others, of which the largest square is taken
   * @throws UserError if it can't be read, is no image, or smaller than the crop
   */
  public static Target read(Path file, ImageShape image, Crop crop) {
    try {
      RawImage decoded = ImageDecoder.decode(bytes(file)).withChannels(image.channels());
      Size size = new Size(decoded.width(), decoded.height());
      Window part = crop.of(size, Optional.empty());
      byte[] scaled = new byte[image.size()];
      new Resampling(size.width(), image.channels(), part, image.side())
          .resample(decoded.bytes(), 0, scaled, 0);
      return new Target(file.toString(), -1, Target.floats(scaled));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * The part of a photo that is used.
   *
   * @param given by the user; null for what the run's images are cut by
   * @param run that crop
   * @throws UserError if it is no crop
   */
  public static Crop crop(String given, Crop run) {
    if (given == null) {
      return run.kind() == Crop.Kind.WINDOW ? Crop.SQUARE : run;
    }
    try {
      return Crop.parse(given);
    } catch (IllegalArgumentException e) {
      throw new UserError("--crop: expected %s, found '%s'".formatted(Crop.EXPECTED, given), e);
    }
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "%s: %s; expected an image file"
              .formatted(file, Files.exists(file) ? "is not a file" : "there is no such file"));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }
}
