package ganengine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bilinear resampling by hand and against the convolutions it stands for. */
@SuppressWarnings("try") // Scopes work by being open.
class BilinearTest {
  private static final double[] TAPS = {1, 3, 3, 1};

  /** Along the columns, (3 a + b) / 4 between neighbours; the rows' outside is 0. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void upByHand(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Tensor x = Tensor.of(Shape.of(1, 1, 2, 1), 16.0, 32.0);
      assertThat(Bilinear.up(x).toDoubles()).containsExactly(9, 15, 21, 18, 9, 15, 21, 18);
    }
  }

  /** [batch, height, width, channels] with three channels of a filter of their own. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void isTheConvolutionWithOneFilterForEachChannel(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(3);
      ConvSpec spec = ConvSpec.of(2, 1).grouped(3);
      Tensor large = random.normal(Shape.of(2, 8, 6, 3), 0, 1);
      assertThat(Bilinear.down(large).toDoubles())
          .containsExactly(Conv2d.conv2d(large, filters(1 / 64.0), spec).toDoubles(), within(1e-6));
      Tensor small = random.normal(Shape.of(2, 4, 3, 3), 0, 1);
      assertThat(Bilinear.up(small).toDoubles())
          .containsExactly(
              ConvTranspose2d.convTranspose2d(small, filters(4 / 64.0), spec, 0).toDoubles(),
              within(1e-6));
    }
  }

  private static Tensor filters(double factor) {
    double[] values = new double[3 * 16];
    for (int i = 0; i < values.length; i++) {
      values[i] = factor * TAPS[i / 4 % 4] * TAPS[i % 4];
    }
    return Tensor.of(Shape.of(3, 4, 4, 1), values);
  }
}
