package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What networks see of bytes, and that showing it undoes it. */
final class PixelRangeTest {
  /** Two pixels of red, green, blue: means 0.5, 0 and 0.75 of 255. */
  private static final byte[] PIXELS = {0, 0, (byte) 255, (byte) 255, 0, 0x7F};

  private static final ImageSet IMAGES = new ImageSet("i", 2, 1, 1, 3, PIXELS, null, 0);

  @ParameterizedTest
  @CsvSource({
    "symmetric, -1, 1, 1",
    "unit, 0, 1, 1",
    "half, -0.5, 0.5, 0.5",
  })
  void aByteAlone(String name, double black, double white, double blue) {
    float[] seen = seen(name);
    assertThat(seen[0]).isCloseTo((float) black, within(1e-6f));
    assertThat(seen[3]).isCloseTo((float) white, within(1e-6f));
    assertThat(seen[2]).isCloseTo((float) blue, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"symmetric", "unit", "half", "centred"})
  void showingUndoesIt(String name) {
    float[] shown = seen(name);
    PixelRange range = PixelRange.of(name, IMAGES);
    range.show(shown);
    for (int i = 0; i < shown.length; i++) {
      assertThat(shown[i]).isCloseTo((PIXELS[i] & 0xFF) / 127.5f - 1, within(1e-5f));
    }
    PixelRange restored = PixelRange.of(name, range.save(name));
    assertThat(restored.factor()).isEqualTo(range.factor());
    assertThat(restored.offset()).isEqualTo(range.offset());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void centredChannelsHaveMeanZeroAndReachOne(int channel) {
    float[] seen = seen("centred");
    assertThat(seen[channel] + seen[3 + channel]).isCloseTo(0, within(1e-5f));
    for (float value : seen) {
      assertThat(value).isBetween(-1f, 1f);
    }
  }

  private static float[] seen(String name) {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device);
        DeviceImages images = new DeviceImages(device, IMAGES, 1, PixelRange.of(name, IMAGES))) {
      float[] seen = images.batch(Indices.of(0, 1)).toFloats();
      assertThat(scope.device()).isSameAs(device);
      return seen;
    }
  }
}
