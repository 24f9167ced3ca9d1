package ganengine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Sum;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every optimiser against its published formula, in a plain loop over doubles. */
@SuppressWarnings("try") // Scopes work by being open.
class OptimiserTest {
  private static final int STEPS = 6;
  private static final double[] FIRST = {0.5, -1.5, 2, 0.01};

  /** The update of one weight, given the step (1 at the first) and its gradient. */
  interface Rule {
    double update(int step, double weight, double gradient, double[] memory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void adam(String device) {
    Rule rule =
        (step, weight, gradient, memory) -> {
          memory[0] = 0.5 * memory[0] + 0.5 * gradient;
          memory[1] = 0.999 * memory[1] + 0.001 * gradient * gradient;
          double mean = memory[0] / (1 - Math.pow(0.5, step));
          double square = memory[1] / (1 - Math.pow(0.999, step));
          double decayed = weight - 0.1 * 0.01 * weight;
          return decayed - 0.1 * mean / (Math.sqrt(square) + 1e-8);
        };
    assertFollows(device, rule, p -> new Adam(p, 0.1, 0.5, 0.999, 1e-8, 0.01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void adamsDefaults(String device) {
    Rule rule =
        (step, weight, gradient, memory) -> {
          memory[0] = 0.9 * memory[0] + 0.1 * gradient;
          memory[1] = 0.999 * memory[1] + 0.001 * gradient * gradient;
          double mean = memory[0] / (1 - Math.pow(0.9, step));
          double square = memory[1] / (1 - Math.pow(0.999, step));
          return weight - 0.02 * mean / (Math.sqrt(square) + 1e-8);
        };
    assertFollows(device, rule, p -> new Adam(p, 0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void rmsProp(String device) {
    Rule rule =
        (step, weight, gradient, memory) -> {
          memory[0] = 0.99 * memory[0] + 0.01 * gradient * gradient;
          return weight - 5e-5 * gradient / (Math.sqrt(memory[0]) + 1e-8);
        };
    assertFollows(device, rule, RmsProp::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void sgdWithMomentum(String device) {
    Rule rule =
        (step, weight, gradient, memory) -> {
          memory[0] = 0.9 * memory[0] + gradient;
          return weight - 0.1 * memory[0];
        };
    assertFollows(device, rule, p -> new Sgd(p, 0.1, 0.9));
  }

  private static void assertFollows(
      String name, Rule rule, Function<Map<String, Parameter>, Optimiser> make) {
    double[] expected = FIRST.clone();
    double[][] memory = new double[FIRST.length][2];
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> parameters = parameters();
      Optimiser optimiser = make.apply(parameters);
      for (int step = 1; step <= STEPS; step++) {
        double[] gradient = gradient(step);
        for (int i = 0; i < FIRST.length; i++) {
          expected[i] = rule.update(step, expected[i], gradient[i], memory[i]);
        }
        step(optimiser, parameters, gradient);
      }
      assertThat(values(parameters))
          .containsExactly(expected, within(device.realBytes() == 8 ? 1e-12 : 1e-6));
      assertThat(parameters.get("statistic").toDoubles()).containsExactly(3);
      assertThat(optimiser.steps()).isEqualTo(STEPS);
    }
  }

  @Test
  void aNewLearningRateHoldsFromTheNextStep() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> parameters = parameters();
      Optimiser sgd = new Sgd(parameters, 1, 0);
      step(sgd, parameters, new double[] {1, 1, 1, 1});
      sgd.learningRate(0.5);
      step(sgd, parameters, new double[] {1, 1, 1, 1});
      assertThat(sgd.learningRate()).isEqualTo(0.5);
      assertThat(values(parameters))
          .containsExactly(new double[] {-1, -3, 0.5, -1.49}, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void aScheduleIsFollowedOnTheDeviceAndItsLastRateStays(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> parameters = parameters();
      Optimiser sgd = new Sgd(parameters, 1, 0);
      sgd.schedule(step -> 0.5 / (step + 1), 3);
      assertThat(sgd.learningRate()).isEqualTo(0.5);
      for (int step = 0; step < 5; step++) {
        step(sgd, parameters, new double[] {1, 1, 1, 1});
      }
      double moved = 0.5 * (1 + 1 / 2.0 + 3 * 1 / 3.0);
      assertThat(parameters.get("b").item()).isEqualTo(FIRST[3] - moved, within(1e-6));
      assertThat(sgd.learningRate()).isEqualTo(0.5 / 3);

      sgd.learningRate(2);
      assertThat(sgd.learningRate()).isEqualTo(2);
      step(sgd, parameters, new double[] {1, 1, 1, 1});
      assertThat(parameters.get("b").item()).isEqualTo(FIRST[3] - moved - 2, within(1e-6));
    }
  }

  /** Beta2 1/2, 2/3, 3/4 and from there on the same, with the bias correction of the one now. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void adamsBeta2CanFollowASchedule(String device) {
    Rule rule =
        (step, weight, gradient, memory) -> {
          double beta2 = Math.min(step, 3) / (1.0 + Math.min(step, 3));
          memory[0] = 0.5 * memory[0] + 0.5 * gradient;
          memory[1] = beta2 * memory[1] + (1 - beta2) * gradient * gradient;
          double mean = memory[0] / (1 - Math.pow(0.5, step));
          double square = memory[1] / (1 - Math.pow(beta2, step));
          return weight - 0.1 * mean / (Math.sqrt(square) + 1e-8);
        };
    assertFollows(
        device,
        rule,
        p -> {
          Adam adam = new Adam(p, 0.1, 0.5, 0.999);
          adam.scheduleBeta2(step -> (step + 1) / (step + 2.0), 3);
          return adam;
        });
  }

  @Test
  void aScheduleGoesOnFromTheStepsCounted() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> parameters = parameters();
      Optimiser sgd = new Sgd(parameters, 1, 0);
      sgd.steps(2);
      sgd.schedule(Schedule.linearDecay(1, 0, 4), 4);
      step(sgd, parameters, new double[] {1, 1, 1, 1});
      assertThat(parameters.get("b").item()).isEqualTo(FIRST[3] - 0.5, within(1e-12));
      assertThatThrownBy(() -> sgd.schedule(Schedule.constant(1), 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a schedule needs at least 1 step, found 0");
    }
  }

  @Test
  void theStateIsNamedAfterTheParameters() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      assertThat(new Adam(parameters(), 1).state().keySet())
          .containsExactly("adam.m.a", "adam.m.b", "adam.v.a", "adam.v.b");
      assertThat(new RmsProp(parameters()).state().keySet())
          .containsExactly("rmsProp.square.a", "rmsProp.square.b");
      assertThat(new Sgd(parameters(), 1, 0).state().keySet())
          .containsExactly("sgd.velocity.a", "sgd.velocity.b");
    }
  }

  @Test
  void misuseIsRefused() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      assertThatThrownBy(() -> new Adam(Map.of(), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("adam was given no trainable parameter");
      Map<String, Parameter> parameters = parameters();
      Optimiser adam = new Adam(parameters, 1);
      Gradients ofOthers = Gradients.of(Sum.sum(parameters.get("a")), parameters().values());
      assertThatThrownBy(() -> adam.step(ofOthers)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Two weights of three and one elements, and a statistic that must stay as it is. */
  static Map<String, Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    parameters.put("a", Parameter.trainable("a", Tensor.of(Shape.of(3), Arrays.copyOf(FIRST, 3))));
    parameters.put("statistic", Parameter.statistic("s", Tensor.of(Shape.of(1), 3.0)));
    parameters.put("b", Parameter.trainable("b", Tensor.of(Shape.of(1, 1), FIRST[3])));
    return parameters;
  }

  /** One update by exactly these gradients: those of the sum of weight * gradient. */
  static void step(Optimiser optimiser, Map<String, Parameter> parameters, double[] gradient) {
    try (Scope step = Scope.open()) {
      optimiser.step(gradients(parameters, gradient));
    }
  }

  static Gradients gradients(Map<String, Parameter> parameters, double[] gradient) {
    Parameter a = parameters.get("a");
    Parameter b = parameters.get("b");
    Tensor sumA = Sum.sum(Binary.multiply(a, Tensor.of(a.shape(), Arrays.copyOf(gradient, 3))));
    Tensor sumB = Sum.sum(Binary.multiply(b, Tensor.of(b.shape(), gradient[3])));
    return Gradients.of(Binary.add(sumA, sumB), parameters.values());
  }

  private static double[] gradient(int step) {
    return new double[] {Math.sin(step), 1e-3 * step, -2, step % 2 == 0 ? 0 : 5};
  }

  static double[] values(Map<String, Parameter> parameters) {
    double[] values = Arrays.copyOf(parameters.get("a").toDoubles(), 4);
    values[3] = parameters.get("b").item();
    return values;
  }
}
