package ganengine.gan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.measure.Classifier.Reading;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImageJudgeTest {
  private static final Device DEVICE = Devices.open("cpu", new DeviceOptions(1));
  private static final ImageShape GREY = new ImageShape(28, 1);
  private static final ImageShape COLOUR = new ImageShape(28, 3);

  private final EmbeddedPictures digits = new EmbeddedPictures();

  @AfterAll
  static void close() {
    DEVICE.close();
  }

  private static TrainConfig trainedOn(String dataset) {
    return Settings.resolve(Optional.empty(), Map.of("dataset", dataset));
  }

  @Test
  void readsDigits() {
    try (ImageJudge judge = ImageJudge.of(trainedOn("digits"), GREY, DEVICE).orElseThrow()) {
      assertThat(judge.read(digits.of(7, 1, 0)).classes()).containsExactly(7, 1, 0);
    }
  }

  @Test
  void readsStacksChannelByChannel() {
    float[] stack = digits.stacked(4, 2, 9);
    float[] two = Arrays.copyOf(stack, 2 * stack.length);
    System.arraycopy(digits.stacked(7, 1, 0), 0, two, stack.length, stack.length);
    try (ImageJudge judge =
        ImageJudge.ofChannels(trainedOn("stacked-mnist"), COLOUR, DEVICE).orElseThrow()) {
      Reading reading = judge.read(two);
      assertThat(reading.classes()).containsExactly(4, 2, 9, 7, 1, 0);
      float[] single = judge.read(stack).features().values();
      assertThat(Arrays.copyOf(reading.features().values(), single.length))
          .as("a stack's features lie together")
          .containsExactly(single, within(1e-4f));
    }
  }

  @Test
  void knowsNoOtherImages() {
    assertThat(ImageJudge.of(trainedOn("stacked-mnist"), COLOUR, DEVICE)).isEmpty();
    assertThat(ImageJudge.ofChannels(trainedOn("cifar10"), COLOUR, DEVICE)).isEmpty();
    assertThat(ImageJudge.ofChannels(trainedOn("mnist"), GREY, DEVICE))
        .hasValueSatisfying(ImageJudge::close);
  }
}
