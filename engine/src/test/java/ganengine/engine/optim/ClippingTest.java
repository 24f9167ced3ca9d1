package ganengine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits on weights and gradients. */
@SuppressWarnings("try") // Scopes work by being open.
class ClippingTest {
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void weightsStayWithinTheLimit(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> parameters = OptimiserTest.parameters();
      new WeightClip(parameters.values(), 0.75).apply();
      assertThat(OptimiserTest.values(parameters))
          .containsExactly(new double[] {0.5, -0.75, 0.75, 0.01}, within(1e-8));
      assertThat(parameters.get("statistic").item()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void largeGradientsAreScaledTogether(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> parameters = OptimiserTest.parameters();
      GradientNormClip clip = new GradientNormClip(parameters.values(), 1);
      Gradients large = OptimiserTest.gradients(parameters, new double[] {3, 0, 0, -4});
      clip.apply(large);
      assertThat(clip.norm()).isEqualTo(5, within(1e-6));
      assertThat(large.get(parameters.get("a")).toDoubles())
          .containsExactly(new double[] {0.6, 0, 0}, within(1e-6));
      assertThat(large.get(parameters.get("b")).item()).isEqualTo(-0.8, within(1e-6));

      Gradients small = OptimiserTest.gradients(parameters, new double[] {0.5, 0, 0, 0});
      clip.apply(small);
      assertThat(clip.norm()).isEqualTo(0.5);
      assertThat(small.get(parameters.get("a")).toDoubles()).containsExactly(0.5, 0, 0);
    }
  }

  /** A sum passes one and the same gradient to both sides: it must not be scaled twice. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void sharedGradientsAreScaledOnce(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Parameter left = Parameter.trainable("left", Tensor.full(Shape.of(2), 0));
      Parameter right = Parameter.trainable("right", Tensor.full(Shape.of(2), 0));
      List<Parameter> both = List.of(left, right);
      Tensor loss =
          Sum.sum(Binary.multiply(Binary.add(left, right), Tensor.of(Shape.of(2), 2f, 0)));
      Gradients gradients = Gradients.of(loss, both);
      new GradientNormClip(both, 1).apply(gradients);
      for (Parameter parameter : both) {
        assertThat(gradients.get(parameter).toDoubles())
            .containsExactly(new double[] {Math.sqrt(0.5), 0}, within(1e-6));
      }
    }
  }
}
