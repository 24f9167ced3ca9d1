package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout drops at its rate, scales what stays, and only in training. */
@SuppressWarnings("try") // Scopes work by being open.
class DropoutTest {
  private static final int COUNT = 20_000;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void rateAndScale(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      RandomSource random = new RandomSource(2);
      Tensor ones = Tensor.full(Shape.of(COUNT), 1);
      Dropout dropout = new Dropout(0.2);
      double[] first = dropout.forward(ones, Pass.training(random)).toDoubles();
      double[] second = dropout.forward(ones, Pass.training(random)).toDoubles();
      assertThat(DoubleStream.of(first).distinct().sorted().toArray())
          .containsExactly(new double[] {0, 1.25}, within(1e-6));
      // Four deviations of a binomial share: 4 * sqrt(0.2 * 0.8 / 20,000).
      double dropped = DoubleStream.of(first).filter(v -> v == 0).count() / (double) COUNT;
      assertThat(dropped).isEqualTo(0.2, within(0.0114));
      assertThat(second).isNotEqualTo(first);
      assertThat(dropout.forward(ones, Pass.inference())).isSameAs(ones);
    }
  }

  @Test
  void impossibleRatesAreRefused() {
    assertThatThrownBy(() -> new Dropout(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dropout's rate is in [0, 1), found 1.0");
    assertThatThrownBy(() -> new Dropout(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
