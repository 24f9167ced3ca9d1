package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpectralNormTest {
  private Device device;
  private Scope scope;
  private RandomSource random;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
    random = new RandomSource(2);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  /** A diagonal weight has the largest entry for its largest singular value. */
  @Test
  void dividesByTheLargestSingularValue() {
    Initialiser diagonal =
        (shape, fanIn, fanOut, source) -> Tensor.of(shape, 3.0, 0, 0, 0, -5, 0, 0, 0, 1);
    SpectralNorm layer = new SpectralNorm(new Dense(3, 3, false, diagonal, random), random);
    Tensor input = Tensor.of(Shape.of(1, 3), 1.0, 1, 1);
    for (int i = 0; i < 100; i++) {
      layer.forward(input, Pass.training(random));
    }
    double[] output = layer.forward(input, Pass.inference()).toDoubles();
    assertThat(output[0]).isCloseTo(0.6, within(1e-9));
    assertThat(output[1]).isCloseTo(-1, within(1e-9));
    assertThat(output[2]).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void aTrainingPassMovesItsVectorAnInferencePassDoesNot() {
    SpectralNorm layer = new SpectralNorm(new Conv2d(2, 4, 3, ConvSpec.of(1, 1), random), random);
    Parameter u = layer.state().get("u");
    Tensor input = random.normal(Shape.of(2, 5, 5, 2), 0, 1);
    double[] first = u.toDoubles();
    layer.forward(input, Pass.inference());
    assertThat(u.toDoubles()).isEqualTo(first);
    layer.forward(input, Pass.training(random));
    assertThat(u.toDoubles()).isNotEqualTo(first);
    assertThat(layer.state()).containsOnlyKeys("weight", "bias", "u");
    assertThat(layer.parameters()).hasSize(2).doesNotContain(u);
  }

  /** As a network's summary asks for it, in a scope without numbers. */
  @Test
  void tellsItsOutputsShapeWithoutComputing() {
    SpectralNorm layer = new SpectralNorm(new Dense(3, 2, random), random);
    assertThat(layer.outputShape(Shape.of(5, 3))).isEqualTo(Shape.of(5, 2));
  }

  /** The gradient passes through the singular value. */
  @Test
  void gradientIsThatOfFiniteDifferences() {
    SpectralNorm layer = new SpectralNorm(new Conv2d(2, 3, 3, ConvSpec.of(2, 1), random), random);
    Tensor input = random.normal(Shape.of(2, 4, 4, 2), 0, 1);
    for (int i = 0; i < 300; i++) {
      layer.forward(input, Pass.training(random));
    }
    Parameter weight = layer.state().get("weight");
    double[] gradient =
        Gradients.of(loss(layer, input), layer.parameters()).get(weight).toDoubles();
    double[] values = weight.toDoubles();
    for (int i = 0; i < values.length; i += 5) {
      double kept = values[i];
      values[i] = kept + 1e-5;
      weight.set(values);
      double above = loss(layer, input).item();
      values[i] = kept - 1e-5;
      weight.set(values);
      double below = loss(layer, input).item();
      values[i] = kept;
      weight.set(values);
      assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-7));
    }
  }

  private static Tensor loss(SpectralNorm layer, Tensor input) {
    return Sum.mean(Unary.square(Unary.tanh(layer.forward(input, Pass.inference()))));
  }
}
