package ganengine.gan.evaluate;

import static java.util.stream.Collectors.joining;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Resampling;
import ganengine.gan.data.pixels.Window;
import ganengine.gan.onnx.ImageInput;
import ganengine.gan.onnx.OnnxModel;
import ganengine.gan.onnx.OnnxNetwork;
import ganengine.kernels.Device;
import java.util.List;

/**
 * A network of the user's that gives features of images: Inception v3's {@value #FID_WIDTH} of the
 * last pool, which FID and KID are defined on, or, where the user names another value, that.
 */
public final class FeatureModel implements AutoCloseable {
  /** Numbers in Inception v3's last pool. */
  static final int FID_WIDTH = 2048;

  private static final int INCEPTION_SIDE = 299;
  private static final int BATCH = 32;

  private final OnnxModel model;
  private final String output;
  private final PixelCustom custom;
  private final OnnxNetwork network;
  private final int width;

  /**
   * Brings the network to the device and tries it on a black image.
   *
   * @param output the value to take; null for the output of {@value #FID_WIDTH} numbers
   * @param custom null for what fits the input's type: bytes for bytes, signed for real numbers
   * @throws UserError if there is no such value, or an operation is not supported
   */
  public FeatureModel(OnnxModel model, String output, PixelCustom custom, Device device) {
    requireSquare(model);
    this.model = model;
    this.custom =
        custom != null ? custom : model.input().bytes() ? PixelCustom.BYTES : PixelCustom.SIGNED;
    this.output = output != null ? output : pool(device);
    this.network = new OnnxNetwork(model, this.output, device);
    try (Scope trial = Scope.inference()) {
      this.width = width(network);
    } catch (UserError e) {
      network.close();
      throw e;
    }
  }

  private static void requireSquare(OnnxModel model) {
    ImageInput input = model.input();
    if (input.height() != input.width() || input.channels() == 2 || input.channels() > 3) {
      throw new UserError(
          "%s: takes images of %d x %d with %d channels, expected square ones, grey or in colour"
              .formatted(model.file(), input.height(), input.width(), input.channels()));
    }
  }

  /** The output that is as wide as it should be. */
  private String pool(Device device) {
    for (String candidate : model.outputs()) {
      try (OnnxNetwork tried = new OnnxNetwork(model, candidate, device)) {
        if (width(tried) == FID_WIDTH) {
          return candidate;
        }
      }
    }
    try (OnnxNetwork tried = new OnnxNetwork(model, model.outputs().get(0), device);
        Scope trial = Scope.inference()) {
      List<String> inside = tried.valuesOfWidth(FID_WIDTH, black());
      throw new UserError(
          "%s: no output has the %,d features of Inception's last pool (scores of classes are none); "
                  .formatted(model.file(), FID_WIDTH)
              + (inside.isEmpty()
                  ? "name the value to take with --inception-output"
                  : inside.stream()
                      .map("--inception-output '%s'"::formatted)
                      .collect(joining(" or ", "take what is inside: ", ""))));
    }
  }

  private int width(OnnxNetwork tried) {
    try (Scope trial = Scope.inference()) {
      Tensor given = black();
      Shape found = tried.apply(given).shape();
      int batch = given.shape().size(0);
      if (found.rank() < 2 || found.size(0) != batch) {
        throw new UserError(
            "%s: gives %s for %d images, expected features of each"
                .formatted(model.file(), found, batch));
      }
      return found.elements() / batch;
    }
  }

  private Tensor black() {
    return Tensor.full(Shape.of(atOnce(1), side(), side(), channels()), custom.of(0, 0));
  }

  /** As many as asked, unless the model says how many. */
  private int atOnce(int asked) {
    return model.input().batch() > 0 ? model.input().batch() : asked;
  }

  /** Rows and columns of the images that it sees. */
  int side() {
    return model.input().height() > 0 ? model.input().height() : INCEPTION_SIDE;
  }

  private int channels() {
    return model.input().channels() > 0 ? model.input().channels() : 3;
  }

  /** Numbers of each image's features. */
  int width() {
    return width;
  }

  /** Whether the features are as wide as those of FID. */
  boolean ofFid() {
    return width == FID_WIDTH;
  }

  /** Which values of which file, and how images are given to it. */
  String description() {
    return "%d features '%s' of %s, images resampled to %d x %d, pixels %s"
        .formatted(width, output, model.file().getFileName(), side(), side(), custom.word());
  }

  /**
   * Reads some images.
   *
   * @param images [count, imageSide, imageSide, imageChannels] bytes; grey ones are repeated to
   *     three channels where it wants three
   * @param features [.., width], filled from row {@code at} on
   */
  void read(byte[] images, int imageSide, int imageChannels, float[] features, int at) {
    int size = imageSide * imageSide * imageChannels;
    int count = images.length / size;
    int batch = atOnce(BATCH);
    Window whole = new Window(0, 0, imageSide, imageSide);
    Resampling resampling = new Resampling(imageSide, channels(), whole, side());
    int pixels = side() * side() * channels();
    for (int from = 0; from < count; from += batch) {
      int taken = Math.min(batch, count - from);
      float[] prepared = new float[batch * pixels];
      for (int i = 0; i < taken; i++) {
        byte[] image = new byte[size];
        System.arraycopy(images, (from + i) * size, image, 0, size);
        RawImage raw = new RawImage(imageSide, imageSide, imageChannels, image);
        float[] resampled = resampling.resampled(raw.withChannels(channels()).bytes(), 0);
        for (int p = 0; p < pixels; p++) {
          prepared[i * pixels + p] = custom.of(resampled[p], p % channels());
        }
      }
      copy(prepared, batch, taken, features, (at + from) * width);
    }
  }

  private void copy(float[] prepared, int batch, int taken, float[] features, int at) {
    try (Scope scope = Scope.inference()) {
      Tensor images = Tensor.of(Shape.of(batch, side(), side(), channels()), prepared);
      float[] found = network.apply(images).toFloats();
      for (int i = 0; i < taken * width; i++) {
        if (!Float.isFinite(found[i])) {
          throw new UserError(
              "%s: gives features that are no finite numbers; are its pixels %s?"
                  .formatted(model.file(), custom.word()));
        }
      }
      System.arraycopy(found, 0, features, at, taken * width);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
