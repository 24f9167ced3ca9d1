package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.OnDevice;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reference convolution's two gradients are its adjoints: for random u, the inner products
 * (conv(x, f), u), (x, inputGradient(u, f)) and (f, filterGradient(x, u)) are one number.
 */
class AdjointTest {
  static Stream<Convolution> sizes() {
    return ConvolutionSizes.all();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void gradientsAreAdjoints(Convolution size) {
    Draws draws = new Draws(19);
    double[] x = doubles(draws.normal(size.inputSize()));
    double[] filter = doubles(draws.normal(size.filterSize()));
    double[] u = doubles(draws.normal(size.outputSize()));
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT)) {
      Buffer onX = OnDevice.reals(device, x);
      Buffer onFilter = OnDevice.reals(device, filter);
      Buffer onU = OnDevice.reals(device, u);
      Buffer y = OnDevice.room(device, size.outputSize());
      Buffer gradX = OnDevice.room(device, size.inputSize());
      Buffer gradFilter = OnDevice.room(device, size.filterSize());
      device.convolution().forward(size, onX, onFilter, y);
      device.convolution().inputGradient(size, onU, onFilter, gradX);
      device.convolution().filterGradient(size, onX, onU, gradFilter);

      double product = dot(OnDevice.read(device, y), u);
      double rounding = 1e-12 * Math.sqrt((double) size.multiplyAdds());
      assertThat(dot(x, OnDevice.read(device, gradX))).isCloseTo(product, within(rounding));
      assertThat(dot(filter, OnDevice.read(device, gradFilter)))
          .isCloseTo(product, within(rounding));
    }
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
