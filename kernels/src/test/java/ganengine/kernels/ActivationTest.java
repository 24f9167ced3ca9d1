package ganengine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ActivationTest {
  @Test
  void slopesThatLoseTheSignAreRefused() {
    assertThat(Activation.leakyRelu(0)).isEqualTo(Activation.RELU);
    for (double slope : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> Activation.leakyRelu(slope))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "activation leaky_relu: slope is %s, expected 0, or a number in [0, 1) for leaky_relu"
                  .formatted(slope));
    }
    assertThatThrownBy(() -> new Activation(Activation.Kind.TANH, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("activation tanh: slope is 0.1");
  }
}
