package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.Test;

class NearestNeighbourErrorTest {
  private final Features training = new Features(new float[] {0, 0, 1, 0, 0, 1}, 3, 2);
  private final Features test = new Features(new float[] {0.1f, 0, 0.9f, 0, 0, 2, 0.6f, 0}, 4, 2);

  private double error(int[] classes, int[] testClasses) {
    try (Device device = Devices.open("reference", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      assertThat(scope.device()).isSameAs(device);
      return NearestNeighbourError.of(training, classes, test, testClasses, Stage.SILENT);
    }
  }

  @Test
  void countsThoseWhoseNearestIsOfAnotherClass() {
    int[] classes = {5, 6, 7};
    assertThat(error(classes, new int[] {5, 6, 7, 6})).isZero();
    assertThat(error(classes, new int[] {5, 6, 7, 5})).isEqualTo(0.25);
    assertThat(error(classes, new int[] {6, 5, 5, 5})).isEqualTo(1);
  }

  @Test
  void everyRowNeedsAClass() {
    assertThatThrownBy(() -> error(new int[] {1, 2}, new int[4]))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("found 2 for 3 and 4 for 4");
  }
}
