package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Fused kernels on numbers whose results are known by hand. */
class ReferenceFusedTest extends ReferenceFixture {
  private static final Offset<Double> EXACT = within(1e-14);

  private final Buffer loss = room(1);

  @Test
  void biasActivation() {
    Buffer y = room(4);
    Buffer gradX = room(4);
    Buffer gradBias = room(2);
    Activation leaky = Activation.leakyRelu(0.5);
    device.fused().biasActivation(2, 2, leaky, reals(1, 2, 3, -4), reals(-2, 1), y);
    assertThat(read(y)).containsExactly(-0.5, 3, 1, -1.5);
    device.fused().biasActivationGradient(2, 2, leaky, reals(10, 20, 30, 40), y, gradX, gradBias);
    assertThat(read(gradX)).containsExactly(5, 20, 30, 20);
    assertThat(read(gradBias)).containsExactly(35, 40);
  }

  @Test
  void derivativesAreTakenFromTheOutput() {
    Buffer gradX = room(1);
    Buffer gradBias = room(1);
    device
        .fused()
        .biasActivationGradient(1, 1, Activation.TANH, reals(2), reals(0.5), gradX, gradBias);
    assertThat(read(gradX)).containsExactly(1.5);
    device
        .fused()
        .biasActivationGradient(1, 1, Activation.SIGMOID, reals(2), reals(0.25), gradX, gradBias);
    assertThat(read(gradBias)).containsExactly(0.375);
  }

  /** The sigmoids of both logits, -log 3 and log 3, are 1/4 and 3/4. */
  @Test
  void binaryCrossEntropy() {
    Buffer gradLogits = room(2);
    Buffer logits = reals(-Math.log(3), Math.log(3));
    device.fused().binaryCrossEntropy(2, 1, logits, loss, gradLogits);
    assertThat(read(loss)).containsExactly(new double[] {Math.log(16 / 3.0) / 2}, EXACT);
    assertThat(read(gradLogits)).containsExactly(new double[] {-0.375, -0.125}, EXACT);
    device.fused().binaryCrossEntropy(2, 0.5, logits, loss, gradLogits);
    assertThat(read(gradLogits)).containsExactly(new double[] {-0.125, 0.125}, EXACT);
  }

  @Test
  void binaryCrossEntropyOfLargeLogits() {
    Buffer gradLogits = room(2);
    device.fused().binaryCrossEntropy(2, 1, reals(1000, 40), loss, gradLogits);
    assertThat(read(loss)[0]).isCloseTo(Math.exp(-40) / 2, within(1e-31));
    assertThat(read(gradLogits)[1]).isCloseTo(-Math.exp(-40) / 2, within(1e-31));
  }

  /** Softmax of the rows is (1/4, 3/4) and (1/2, 1/2). */
  @Test
  void crossEntropy() {
    Buffer gradLogits = room(4);
    device
        .fused()
        .crossEntropy(
            2, 2, reals(1000, 1000 + Math.log(3), 7, 7), reals(1, 0, 1, 1), loss, gradLogits);
    assertThat(read(loss)).containsExactly(new double[] {Math.log(16) / 2}, within(1e-12));
    assertThat(read(gradLogits)).containsExactly(new double[] {-0.375, 0.375, 0, 0}, within(1e-12));
  }
}
