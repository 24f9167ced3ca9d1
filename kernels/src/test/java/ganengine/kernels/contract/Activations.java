package ganengine.kernels.contract;

import ganengine.kernels.Activation;
import java.util.stream.Stream;

/** Activations for cases: every kind, and leaky ReLU with a slope besides. */
final class Activations {
  private Activations() {}

  static Stream<Activation> all() {
    return Stream.of(
        Activation.NONE,
        Activation.RELU,
        Activation.leakyRelu(0.2),
        Activation.TANH,
        Activation.SIGMOID);
  }

  /** Numbers that this activation may have given. */
  static float[] outputs(Activation activation, Draws draws, int count) {
    return switch (activation.kind()) {
      case NONE, LEAKY_RELU -> draws.normal(count);
      case TANH -> draws.uniform(count, -0.99, 0.99);
      case SIGMOID -> draws.uniform(count, 0.01, 0.99);
    };
  }
}
