package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.evaluate.FeatureModel;
import ganengine.gan.evaluate.PixelCustom;
import ganengine.gan.onnx.OnnxModel;
import ganengine.kernels.Device;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that give FID: a network of the user's. */
final class InceptionOptions {
  @Option(
      names = "--inception",
      paramLabel = "FILE",
      description =
          "Measure FID and KID too, with this ONNX file of Inception v3 that gives the 2048 numbers"
              + " of its last pool. Takes long without a GPU")
  private Path file;

  @Option(
      names = "--inception-output",
      paramLabel = "NAME",
      description =
          "Which value of that file to take, one inside or an output. Default: the output of 2048"
              + " numbers; with any other number the distances are not called FID and KID")
  private String output;

  @Option(
      names = "--inception-pixels",
      paramLabel = "NAME",
      description =
          "What pixels it wants: signed (-1 to 1), unit (0 to 1), bytes (0 to 255), imagenet"
              + " (ImageNet's mean and deviation). Default: signed, or bytes where its input is uint8")
  private String pixels;

  private InceptionOptions() {}

  /**
   * The network, read before anything is computed.
   *
   * @throws UserError if the file or an option can't be used
   */
  Optional<OnnxModel> read() {
    if (file == null && (output != null || pixels != null)) {
      throw new UserError("--inception-output and --inception-pixels need --inception FILE");
    }
    custom();
    return Optional.ofNullable(file).map(OnnxModel::read);
  }

  private PixelCustom custom() {
    return pixels == null ? null : PixelCustom.of(pixels);
  }

  /** The network on a device. */
  FeatureModel open(OnnxModel model, Device device) {
    return new FeatureModel(model, output, custom(), device);
  }
}
