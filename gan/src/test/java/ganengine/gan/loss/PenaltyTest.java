package ganengine.gan.loss;

import static ganengine.engine.op.MatMul.matMul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.LayerNorm;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.nn.SpectralNorm;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.Settings;
import ganengine.gan.loss.Penalty.Judged;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties in double: their gradients reach the weights, and are those of finite differences. */
final class PenaltyTest {
  private static final int BATCH = 3;
  private static final Shape IMAGES = Shape.of(BATCH, 4, 4, 2);
  private static final double STEP = 1e-5;

  private Device device;
  private Scope scope;
  private RandomSource random;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
    random = new RandomSource(3);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  private static Penalty penalty(String name) {
    return Penalty.of(
            Settings.resolve(
                Optional.empty(), Map.of("penalty", name, "normD", "layer", "penaltyWeight", "4")))
        .orElseThrow();
  }

  /** Smooth, so that finite differences are right everywhere. */
  private Module network(String kind) {
    Initialiser weights = Initialiser.normal(0, 0.5);
    Conv2d conv = new Conv2d(2, 3, 3, ConvSpec.of(2, 1), true, weights, random);
    Dense dense = new Dense(12, 1, true, weights, random);
    return switch (kind) {
      case "plain" -> Sequential.of(conv, Activation.tanh(), new Flatten(), dense);
      case "layer" ->
          Sequential.of(conv, new LayerNorm(2, 2, 3), Activation.tanh(), new Flatten(), dense);
      default ->
          Sequential.of(
              new SpectralNorm(conv, random),
              Activation.tanh(),
              new Flatten(),
              new SpectralNorm(dense, random));
    };
  }

  /** In inference the vectors of spectral norm stay, so that the function is one function. */
  private static UnaryOperator<Tensor> judge(Module network) {
    return images -> network.forward(images, Pass.inference());
  }

  /** The same draws each time. */
  private Tensor value(Penalty penalty, UnaryOperator<Tensor> judge, Tensor real, Tensor fake) {
    random.step(1);
    return penalty.value(
        new Judged(real, judge.apply(real)), new Judged(fake, judge.apply(fake)), judge, random);
  }

  @ParameterizedTest
  @CsvSource({
    "gp, plain",
    "gp, layer",
    "gp, spectral",
    "r1, plain",
    "r2, plain",
    "r1r2, plain",
    "r1r2, layer",
    "r1, spectral"
  })
  void gradientReachesTheWeights(String name, String kind) {
    Penalty penalty = penalty(name);
    Module network = network(kind);
    Tensor real = random.normal(IMAGES, 0, 1);
    Tensor fake = random.normal(IMAGES, 0, 1);
    UnaryOperator<Tensor> judge = judge(network);
    if (kind.equals("spectral")) {
      // The matrix is used with v = W'u, so that W u differs in second order where u is settled.
      for (int i = 0; i < 200; i++) {
        network.forward(real, Pass.training(random));
      }
    }
    Gradients gradients = Gradients.of(value(penalty, judge, real, fake), network.parameters());
    double largest = 0;
    for (Parameter parameter : network.parameters()) {
      double[] weights = parameter.toDoubles();
      double[] gradient = gradients.get(parameter).toDoubles();
      for (int i = 0; i < weights.length; i += 1 + weights.length / 7) {
        double kept = weights[i];
        weights[i] = kept + STEP;
        parameter.set(weights);
        double above = value(penalty, judge, real, fake).item();
        weights[i] = kept - STEP;
        parameter.set(weights);
        double below = value(penalty, judge, real, fake).item();
        weights[i] = kept;
        parameter.set(weights);
        assertThat(gradient[i])
            .as(parameter.name() + " " + i)
            .isCloseTo((above - below) / (2 * STEP), within(1e-5));
        largest = Math.max(largest, Math.abs(gradient[i]));
      }
    }
    assertThat(largest).isGreaterThan(1e-2);
  }

  /** D(x) = w . x, over all of an example's numbers: the gradient's length is |w|. */
  @Test
  void theNormIsOverTheWholeSample() {
    double[] w = new double[32];
    double squares = 0;
    for (int i = 0; i < w.length; i++) {
      w[i] = 0.1 * i - 1;
      squares += w[i] * w[i];
    }
    Tensor weight = Tensor.of(Shape.of(32, 1), w);
    UnaryOperator<Tensor> judge = images -> matMul(Reshape.flatten(images), weight);
    Tensor real = random.normal(IMAGES, 0, 1);
    Tensor fake = random.normal(IMAGES, 0, 1);
    assertThat(value(penalty("r1"), judge, real, fake).item()).isCloseTo(2 * squares, within(1e-9));
    assertThat(value(penalty("r1r2"), judge, real, fake).item())
        .isCloseTo(4 * squares, within(1e-9));
    assertThat(value(penalty("gp"), judge, real, fake).item())
        .isCloseTo(4 * Math.pow(Math.sqrt(squares) - 1, 2), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gp", "r1", "r2", "r1r2"})
  void aGradientOfZeroIsSafe(String name) {
    Dense dense = new Dense(32, 1, true, Initialiser.zeros(), random);
    UnaryOperator<Tensor> judge =
        images -> Unary.tanh(dense.forward(Reshape.flatten(images), Pass.inference()));
    Tensor value =
        value(penalty(name), judge, random.normal(IMAGES, 0, 1), random.normal(IMAGES, 0, 1));
    assertThat(value.item()).isCloseTo(name.equals("gp") ? 4 : 0, within(1e-4));
    for (Parameter parameter : dense.parameters()) {
      double[] gradient = Gradients.of(value, dense.parameters()).get(parameter).toDoubles();
      assertThat(Arrays.stream(gradient)).allMatch(Double::isFinite);
    }
  }

  /** Points on the lines between real and generated images, each at a place of its own. */
  @Test
  void thePlacesOfWganGpLieBetween() {
    Tensor real = Tensor.full(IMAGES, 1);
    Tensor fake = Tensor.full(IMAGES, 3);
    double[][] seen = new double[1][];
    UnaryOperator<Tensor> judge =
        images -> {
          seen[0] = images.toDoubles();
          return matMul(Reshape.flatten(images), Tensor.full(Shape.of(32, 1), 1));
        };
    value(penalty("gp"), judge, real, fake);
    assertThat(seen[0]).hasSize(96);
    for (int i = 0; i < BATCH; i++) {
      for (int j = 0; j < 32; j++) {
        assertThat(seen[0][32 * i + j]).isEqualTo(seen[0][32 * i]).isBetween(1.0, 3.0);
      }
    }
    assertThat(seen[0][0]).isNotEqualTo(seen[0][32]);
  }
}
