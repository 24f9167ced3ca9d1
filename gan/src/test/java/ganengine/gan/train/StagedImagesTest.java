package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Images that stay on the host make the same batches as those on the device. */
@SuppressWarnings("try") // Scopes work by being open.
final class StagedImagesTest {
  private static final int IMAGES = 11;
  private static final int BATCH = 3;

  private static ImageSet images() {
    byte[] pixels = new byte[IMAGES * 4 * 4 * 3];
    new Random(3).nextBytes(pixels);
    int[] labels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0};
    return new ImageSet("noise", IMAGES, 4, 4, 3, pixels, labels, 10);
  }

  @Test
  void batchesAreThoseOfTheDevice() {
    ImageSet images = images();
    PixelRange range = PixelRange.of("centred", images);
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device);
        DeviceImages whole = new DeviceImages(device, images, 1, range);
        StagedImages staged = new StagedImages(device, images, BATCH, range)) {
      Batches batches = new Batches(5, images, BATCH, 1);
      for (long step = 0; step < 7; step++) {
        batches.prepare(step);
        staged.stage(batches.numbers(step));
        Indices places = batches.drawPlaces();
        float[] pixels = staged.batch(places).toFloats();
        float[] classes = staged.classes(places).toFloats();
        Indices numbers = batches.draw();
        assertThat(pixels).isEqualTo(whole.batch(numbers).toFloats());
        assertThat(classes).isEqualTo(whole.classes(numbers).toFloats());
      }
      long[] spread = batches.spread(5);
      assertThat(staged.numbered(spread).toFloats()).isEqualTo(whole.numbered(spread).toFloats());
      assertThat(staged.shape()).isEqualTo(whole.shape());
    }
  }
}
