package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeviceImagesTest {
  private Device device;
  private Scope scope;

  @BeforeEach
  void open() {
    device = Devices.open("cpu", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  /** Image i is one pixel of value i, labelled 2 - i mod 3. */
  private DeviceImages images(int stack) {
    byte[] pixels = {0, 1, 2, 3, 4, 5};
    int[] labels = {2, 1, 0, 2, 1, 0};
    ImageSet set = new ImageSet("i", 6, 1, 1, 1, pixels, labels, 3);
    return new DeviceImages(device, set, stack, PixelRange.SYMMETRIC);
  }

  @Test
  void eachImageComesWithItsOwnLabel() {
    try (DeviceImages images = images(1)) {
      Indices numbers = Indices.of(4, 0, 5);
      assertThat(bytes(images.batch(numbers).toFloats())).containsExactly(4, 0, 5);
      assertThat(images.classes(numbers).toFloats()).containsExactly(1, 2, 0);
    }
  }

  @Test
  void aStackIsItsImagesAsChannels() {
    try (DeviceImages images = images(3)) {
      assertThat(images.shape().channels()).isEqualTo(3);
      float[] stacks = images.batch(Indices.of(4, 0, 5, 1, 1, 2)).toFloats();
      assertThat(bytes(stacks)).containsExactly(4, 0, 5, 1, 1, 2);
    }
  }

  private static int[] bytes(float[] seen) {
    int[] bytes = new int[seen.length];
    for (int i = 0; i < seen.length; i++) {
      bytes[i] = Math.round((seen[i] + 1) * 127.5f);
    }
    return bytes;
  }
}
