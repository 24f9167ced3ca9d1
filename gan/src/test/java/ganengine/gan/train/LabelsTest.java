package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try") // Scopes work by being open.
final class LabelsTest {
  @ParameterizedTest
  @CsvSource({"reference, 10", "cpu, 10", "cpu, 3", "cpu, 101"})
  void everyClassIsDrawnAboutEquallyOften(String name, int classes) {
    int each = 200;
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      double[] drawn = new Labels(classes).draw(each * classes, new RandomSource(4)).toDoubles();
      double[] counts = new double[classes];
      for (int row = 0; row < each * classes; row++) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
          double value = drawn[row * classes + c];
          assertThat(value).isIn(0.0, 1.0);
          sum += value;
          counts[c] += value;
        }
        assertThat(sum).isEqualTo(1);
      }
      for (double count : counts) {
        assertThat(count).isBetween(each * 0.6, each * 1.4);
      }
    }
  }

  @Test
  void aClassBecomesItsVector() {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Tensor numbers = Tensor.of(Shape.of(3, 1), 2.0, 0.0, 1.999);
      assertThat(new Labels(3).vectors(numbers).toDoubles())
          .containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    }
  }
}
