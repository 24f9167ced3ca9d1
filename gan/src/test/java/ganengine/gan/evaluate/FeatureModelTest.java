package ganengine.gan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.onnx.OnnxModel;
import ganengine.gan.onnx.SmallInception;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeatureModelTest {
  private final Device device = Devices.open("cpu", new DeviceOptions(1));
  private final Scope scope = Scope.open(device);

  @TempDir Path folder;

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  @Test
  void fidAndKidOfASmallInception() throws IOException {
    OnnxModel model = OnnxModel.read(SmallInception.ofFid(folder.resolve("inception.onnx")));
    ImageSet real = noise(60);
    try (FeatureModel features = new FeatureModel(model, null, null, device)) {
      Evaluation found =
          new FeatureModelEvaluator(real, features)
              .measure(MadeUp.constant(16, 1, 0.5f), 30, 7, EvaluationListener.SILENT);

      Measured fid = line(found, "FID");
      Measured kid = line(found, "KID");
      assertThat(fid.value()).isGreaterThan(2 * fid.real());
      assertThat(fid.note()).contains("only 30 samples for 2,048 features");
      assertThat(kid.value()).isGreaterThan(kid.real() + 0.01);
      assertThat(kid.real()).isCloseTo(0, within(kid.value() / 10));
      assertThat(found.measures().get(0).name()).startsWith("sliced Wasserstein");
      assertThat(found.notes())
          .last()
          .asString()
          .contains("2048 features 'pool' of inception.onnx", "75 x 75, pixels signed", "N = 30");
    }
  }

  @Test
  void anotherWidthIsNotCalledFid() throws IOException {
    OnnxModel model = OnnxModel.read(SmallInception.write(folder.resolve("small.onnx")));
    try (FeatureModel features = new FeatureModel(model, "pool", PixelCustom.UNIT, device)) {
      Evaluation found =
          new FeatureModelEvaluator(noise(40), features)
              .measure(MadeUp.noise(16, 1), 20, 7, EvaluationListener.SILENT);

      Measured distance = line(found, "Frechet distance (the network's features)");
      assertThat(distance.value()).isBetween(distance.real() / 3, 3 * distance.real());
      assertThat(found.measures()).noneMatch(line -> line.name().contains("FID"));
    }
  }

  @Test
  void anOutputOfScoresIsRefusedAndThePoolInsideNamed() throws IOException {
    OnnxModel wide = OnnxModel.read(SmallInception.ofScores(folder.resolve("wide.onnx")));
    OnnxModel narrow = OnnxModel.read(SmallInception.write(folder.resolve("small.onnx")));

    assertThatThrownBy(() -> new FeatureModel(wide, null, null, device))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--inception-output 'pool'");
    assertThatThrownBy(() -> new FeatureModel(narrow, null, null, device))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no output has the 2,048 features");
    assertThatThrownBy(() -> new FeatureModel(narrow, "poll", null, device))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("small.onnx: it computes no value 'poll'");
  }

  /** The same image in one batch and in another, in colour and in grey. */
  @Test
  void featuresDependOnTheImageAlone() throws IOException {
    OnnxModel model = OnnxModel.read(SmallInception.write(folder.resolve("small.onnx")));
    ImageSet grey = noise(40);
    byte[] colour = new byte[3 * grey.pixels().length];
    for (int i = 0; i < colour.length; i++) {
      colour[i] = grey.pixels()[i / 3];
    }
    try (FeatureModel features = new FeatureModel(model, "pool", null, device)) {
      float[] ofGrey = new float[40 * SmallInception.FEATURES];
      float[] ofColour = new float[40 * SmallInception.FEATURES];
      features.read(grey.pixels(), 16, 1, ofGrey, 0);
      features.read(Arrays.copyOfRange(colour, 39 * 768, 40 * 768), 16, 3, ofColour, 39);

      assertThat(Arrays.copyOfRange(ofColour, 39 * SmallInception.FEATURES, ofColour.length))
          .containsExactly(
              Arrays.copyOfRange(ofGrey, 39 * SmallInception.FEATURES, ofGrey.length),
              within(1e-5f));
    }
  }

  @Test
  void pixelsAsEachCustomWantsThem() {
    assertThat(PixelCustom.SIGNED.of(255, 0)).isEqualTo(1);
    assertThat(PixelCustom.SIGNED.of(0, 0)).isEqualTo(-1);
    assertThat(PixelCustom.UNIT.of(51, 0)).isEqualTo(0.2f);
    assertThat(PixelCustom.BYTES.of(51, 0)).isEqualTo(51);
    assertThat(PixelCustom.IMAGENET.of(0.406f * 255, 2)).isCloseTo(0, within(1e-6f));
    assertThatThrownBy(() -> PixelCustom.of("sined")).hasMessageContaining("signed");
  }

  @Test
  void pointsHaveNoPictures() throws IOException {
    OnnxModel model = OnnxModel.read(SmallInception.write(folder.resolve("small.onnx")));
    try (FeatureModel features = new FeatureModel(model, "pool", null, device)) {
      assertThatThrownBy(() -> new FeatureModelEvaluator(PointSet.ring(100, 1), features))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'ring' has none");
    }
  }

  private static Measured line(Evaluation found, String name) {
    return found.measures().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ImageSet noise(int count) {
    byte[] pixels = new byte[count * 16 * 16];
    new SplittableRandom(5).nextBytes(pixels);
    return new ImageSet("noise", count, 16, 16, 1, pixels, null, 0);
  }
}
