package ganengine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Averages of weights. */
@SuppressWarnings("try") // Scopes work by being open.
class MovingAverageTest {
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void weightsAreAveragedAndStatisticsCopied(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> source = OptimiserTest.parameters();
      MovingAverage average = MovingAverage.of(source, 0.75);
      assertThat(average.averages().keySet()).containsExactly("a", "statistic", "b");
      double[] start = OptimiserTest.values(source);
      assertThat(OptimiserTest.values(average.averages())).isEqualTo(start);

      source.get("a").set(new double[] {4, 4, 4});
      source.get("statistic").set(new double[] {-9});
      average.update();
      average.update();
      double kept = 0.75 * 0.75;
      double[] expected = new double[4];
      for (int i = 0; i < 3; i++) {
        expected[i] = kept * start[i] + (1 - kept) * 4;
      }
      expected[3] = start[3];
      assertThat(OptimiserTest.values(average.averages())).containsExactly(expected, within(1e-6));
      assertThat(average.averages().get("statistic").item()).isEqualTo(-9);
      assertThat(average.averages().get("statistic").trainable()).isFalse();
      assertThat(source.get("a").toDoubles()).containsExactly(4, 4, 4);
    }
  }

  @Test
  void aSecondNetworkCanHoldTheAverage() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> source = OptimiserTest.parameters();
      Map<String, Parameter> second = OptimiserTest.parameters();
      second.get("a").set(new double[] {7, 7, 7});
      MovingAverage average = MovingAverage.into(source, second, 0.5);
      assertThat(second.get("a").toDoubles()).isEqualTo(source.get("a").toDoubles());
      source.get("b").set(new double[] {1.01});
      average.update();
      assertThat(second.get("b").item()).isEqualTo(0.51, within(1e-12));
    }
  }

  @Test
  void theSecondNetworkMustBeEqual() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> source = OptimiserTest.parameters();
      assertThatThrownBy(() -> MovingAverage.into(source, Map.of(), 0.5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[a, statistic, b] against []");
      Map<String, Parameter> other = OptimiserTest.parameters();
      other.put("a", Parameter.trainable("a", Tensor.full(Shape.of(2), 0)));
      assertThatThrownBy(() -> MovingAverage.into(source, other, 0.5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'a' is [3] against [2]");
    }
  }

  /** By hand: decays 1/10, 2/11, 3/12 on the way to 0.25, which they reach at t = 2. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void theDecayCanGrowToItsValue(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> source = OptimiserTest.parameters();
      MovingAverage average = MovingAverage.of(source, 0.25);
      average.warmUp(0);
      double start = source.get("b").item();
      source.get("b").set(new double[] {4});
      source.get("statistic").set(new double[] {-9});
      double kept = 1;
      for (double decay : new double[] {0.1, 2 / 11.0, 0.25, 0.25, 0.25}) {
        average.update();
        kept *= decay;
        assertThat(average.averages().get("b").item())
            .isEqualTo(kept * start + (1 - kept) * 4, within(1e-6));
      }
      assertThat(average.averages().get("statistic").item()).isEqualTo(-9);
    }
  }

  /** Also where it is told how many updates there have been. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void theDecayCanFollowASchedule(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> source = OptimiserTest.parameters();
      MovingAverage average = MovingAverage.of(source, 0.25);
      average.schedule(update -> 0.25 * (update + 1), 3);
      double start = source.get("b").item();
      source.get("b").set(new double[] {4});
      average.updates(1);
      double kept = 1;
      for (double decay : new double[] {0.5, 0.75, 0.75}) {
        average.update();
        kept *= decay;
        assertThat(average.averages().get("b").item())
            .isEqualTo(kept * start + (1 - kept) * 4, within(1e-6));
      }
    }
  }

  @Test
  void theWarmUpGoesOnWhereItStopped() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> source = OptimiserTest.parameters();
      MovingAverage average = MovingAverage.of(source, 0.999);
      average.warmUp(8);
      double start = source.get("b").item();
      source.get("b").set(new double[] {4});
      average.update();
      assertThat(average.averages().get("b").item())
          .isEqualTo(0.5 * start + 0.5 * 4, within(1e-12));
      assertThatThrownBy(() -> MovingAverage.of(source, 0.999999).warmUp(0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a warm-up needs a decay of at most 0.99999, found 0.999999");
    }
  }
}
