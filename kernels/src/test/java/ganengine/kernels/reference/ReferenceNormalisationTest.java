package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Batch norm and layer norm on 1, 3, 5, 7: mean 4, biased variance 5, and with epsilon 4 a
 * deviation of 3, so that xhat is -1, -1/3, 1/3, 1.
 */
class ReferenceNormalisationTest extends ReferenceFixture {
  private static final Offset<Double> EXACT = within(1e-14);
  private static final double THIRD = 1 / 3.0;

  private final Buffer x = reals(1, 3, 5, 7);
  private final Buffer y = room(4);
  private final Buffer mean = room(1);
  private final Buffer invStd = room(1);

  @Test
  void batchNorm() {
    device
        .normalisation()
        .batchNorm(4, 1, 4, Activation.NONE, x, reals(6), reals(10), y, mean, invStd);
    assertThat(read(y)).containsExactly(new double[] {4, 8, 12, 16}, EXACT);
    assertThat(read(mean)).containsExactly(4);
    assertThat(read(invStd)).containsExactly(new double[] {THIRD}, EXACT);
  }

  @Test
  void batchNormTakesColumnsApart() {
    Buffer out = room(4);
    device
        .normalisation()
        .batchNorm(2, 2, 0, Activation.NONE, x, reals(1, 10), reals(0, 5), out, room(2), room(2));
    assertThat(read(out)).containsExactly(new double[] {-1, -5, 1, 15}, EXACT);
  }

  @Test
  void batchNormGradient() {
    Buffer gradX = room(4);
    Buffer gradGamma = room(1);
    Buffer gradBeta = room(1);
    device
        .normalisation()
        .batchNormGradient(
            4,
            1,
            Activation.NONE,
            reals(9, 0, 0, 0),
            x,
            y,
            reals(4),
            reals(4),
            reals(THIRD),
            gradX,
            gradGamma,
            gradBeta);
    assertThat(read(gradBeta)).containsExactly(9);
    assertThat(read(gradGamma)).containsExactly(new double[] {-9}, EXACT);
    assertThat(read(gradX)).containsExactly(new double[] {6, -4, -2, 0}, EXACT);
  }

  /** The output of ReLU says which gradients pass: those of the two rows above 0. */
  @Test
  void batchNormWithActivation() {
    device
        .normalisation()
        .batchNorm(4, 1, 4, Activation.RELU, x, reals(3), reals(0), y, mean, invStd);
    assertThat(read(y)).containsExactly(new double[] {0, 0, 1, 3}, EXACT);
    Buffer gradX = room(4);
    Buffer gradGamma = room(1);
    Buffer gradBeta = room(1);
    device
        .normalisation()
        .batchNormGradient(
            4,
            1,
            Activation.RELU,
            reals(7, 8, 0, 9),
            x,
            y,
            reals(4),
            mean,
            invStd,
            gradX,
            gradGamma,
            gradBeta);
    assertThat(read(gradBeta)).containsExactly(9);
    assertThat(read(gradGamma)).containsExactly(new double[] {9}, EXACT);
    assertThat(read(gradX)).containsExactly(new double[] {0, -2, -4, 6}, EXACT);
  }

  @Test
  void runningStatisticsTakeTheUnbiasedVariance() {
    Buffer runningMean = reals(0);
    Buffer runningVariance = reals(1);
    device
        .normalisation()
        .updateRunning(4, 0.25, 4, reals(4), reals(THIRD), runningMean, runningVariance);
    assertThat(read(runningMean)).containsExactly(1);
    assertThat(read(runningVariance)).containsExactly(new double[] {0.75 + 0.25 * 20 / 3}, EXACT);
  }

  @Test
  void oneRowHasNoUnbiasedVariance() {
    Buffer runningVariance = reals(1);
    device
        .normalisation()
        .updateRunning(1, 0.5, 0.25, reals(4), reals(2), reals(0), runningVariance);
    assertThat(read(runningVariance)).containsExactly(0.5);
  }

  @Test
  void batchNormInference() {
    device
        .normalisation()
        .batchNormInference(4, 1, 4, x, reals(6), reals(10), reals(1), reals(5), y);
    assertThat(read(y)).containsExactly(new double[] {10, 14, 18, 22}, EXACT);
  }

  @Test
  void layerNorm() {
    device
        .normalisation()
        .layerNorm(1, 4, 4, x, reals(3, 6, 9, 12), reals(0, 1, 2, 3), y, mean, invStd);
    assertThat(read(y)).containsExactly(new double[] {-3, -1, 5, 15}, EXACT);
    assertThat(read(mean)).containsExactly(4);
    assertThat(read(invStd)).containsExactly(new double[] {THIRD}, EXACT);
  }

  @Test
  void layerNormGradient() {
    Buffer gradX = room(4);
    Buffer gradGamma = room(4);
    Buffer gradBeta = room(4);
    device
        .normalisation()
        .layerNormGradient(
            1,
            4,
            reals(9, 0, 0, 3),
            x,
            reals(4, 5, 6, 0),
            reals(4),
            reals(THIRD),
            gradX,
            gradGamma,
            gradBeta);
    assertThat(read(gradBeta)).containsExactly(9, 0, 0, 3);
    assertThat(read(gradGamma)).containsExactly(new double[] {-9, 0, 0, 3}, EXACT);
    assertThat(read(gradX)).containsExactly(new double[] {6, -4, -2, 0}, EXACT);
  }

  @Test
  void softmaxOfLargeNumbers() {
    device.normalisation().softmax(2, 2, reals(1000, 1000 + Math.log(3), -2000, 0), y);
    assertThat(read(y)).containsExactly(new double[] {0.25, 0.75, 0, 1}, within(1e-12));
  }

  @Test
  void logSoftmaxOfLargeNumbers() {
    device.normalisation().logSoftmax(2, 2, reals(1000, 1000 + Math.log(3), -2000, 0), y);
    assertThat(read(y))
        .containsExactly(new double[] {-Math.log(4), Math.log(0.75), -2000, 0}, within(1e-12));
  }
}
