package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.model.ImageShape;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.Test;

final class DiscriminatorInputTest {
  /** Two images of one pixel in three colours. */
  private static final float[] IMAGES = {1, 2, 3, 4, 5, 6};

  @Test
  void anImageStandsInAllPlacesOfItsPackAndLabelsAreZero() {
    DiscriminatorInput input = new DiscriminatorInput(new ImageShape(1, 3), 2, 2);
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Tensor rows = input.of(IMAGES);
      assertThat(rows.shape()).isEqualTo(Shape.of(2, 10));
      assertThat(rows.toFloats())
          .containsExactly(1, 2, 3, 1, 2, 3, 0, 0, 0, 0, 4, 5, 6, 4, 5, 6, 0, 0, 0, 0);
      assertThat(input.byImage(rows)).containsExactly(2, 4, 6, 8, 10, 12);
    }
  }

  @Test
  void singleImagesStayImages() {
    DiscriminatorInput input = new DiscriminatorInput(new ImageShape(1, 3), 1, 0);
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      assertThat(input.of(IMAGES).shape()).isEqualTo(Shape.of(2, 1, 1, 3));
      assertThat(input.of(IMAGES).toFloats()).containsExactly(IMAGES);
    }
  }
}
