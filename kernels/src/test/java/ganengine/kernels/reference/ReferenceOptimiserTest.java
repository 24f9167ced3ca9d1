package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels.Adam;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Update rules, one or two steps by hand. */
class ReferenceOptimiserTest extends ReferenceFixture {
  private static final Offset<Double> EXACT = within(1e-14);

  private final Buffer rate = reals(0.5);
  private final Buffer parameter = reals(10);

  @Test
  void twoStepsOfAdam() {
    Adam constants = new Adam(0.5, 1, 0);
    Buffer first = reals(0);
    Buffer second = reals(0);
    adam(constants, 0.75, 1, 4, first, second);
    // m = 2, v = 4; corrected 4 and 16; update 4 / (4 + 1).
    assertThat(read(first)).containsExactly(2);
    assertThat(read(second)).containsExactly(4);
    assertThat(read(parameter)).containsExactly(new double[] {9.6}, EXACT);
    adam(constants, 0.75, 2, -1, first, second);
    // m = 0.5, v = 3.25; corrected by 0.75 and 0.4375.
    double update = 0.5 / 0.75 / (Math.sqrt(3.25 / 0.4375) + 1);
    assertThat(read(first)).containsExactly(0.5);
    assertThat(read(second)).containsExactly(3.25);
    assertThat(read(parameter)).containsExactly(new double[] {9.6 - 0.5 * update}, EXACT);
  }

  @Test
  void adamsWeightDecayIsDecoupled() {
    adam(new Adam(0.9, 1e-8, 0.1), 0.999, 1, 0, reals(0), reals(0));
    assertThat(read(parameter)).containsExactly(new double[] {9.5}, EXACT);
  }

  @Test
  void adamFlushesTinyFirstMoments() {
    Buffer first = reals(-1.9e-30);
    adam(new Adam(0.5, 1e-8, 0), 0.999, 1, 0, first, reals(0));
    assertThat(read(first)).containsExactly(0);
    assertThat(read(parameter)).containsExactly(10);
  }

  private void adam(
      Adam constants, double beta2, long step, double gradient, Buffer first, Buffer second) {
    device
        .optimiser()
        .adam(
            constants,
            rate,
            reals(1 - beta2),
            integers(step),
            buffers(reals(gradient)),
            buffers(parameter),
            buffers(first),
            buffers(second));
  }

  @Test
  void rmsProp() {
    Buffer square = reals(4);
    device
        .optimiser()
        .rmsProp(0.75, 1, rate, buffers(reals(2)), buffers(parameter), buffers(square));
    assertThat(read(square)).containsExactly(4);
    assertThat(read(parameter)).containsExactly(new double[] {10 - 1 / 3.0}, EXACT);
  }

  @Test
  void sgdWithMomentum() {
    Buffer velocity = reals(4);
    device.optimiser().sgd(0.5, rate, buffers(reals(1)), buffers(parameter), buffers(velocity));
    assertThat(read(velocity)).containsExactly(3);
    assertThat(read(parameter)).containsExactly(8.5);
  }

  @Test
  void clipValues() {
    Buffer values = reals(-3, -0.5, 0.5, 3);
    device.optimiser().clipValues(1, buffers(values));
    assertThat(read(values)).containsExactly(-1, -0.5, 0.5, 1);
  }

  @Test
  void clipNormTakesAllBuffersTogether() {
    Buffer norm = room(1);
    Buffer other = reals(3);
    Buffer values = reals(0, 4);
    device.optimiser().clipNorm(10, buffers(other, values), norm);
    assertThat(read(norm)).containsExactly(5);
    assertThat(read(values)).containsExactly(0, 4);
    device.optimiser().clipNorm(2.5, buffers(other, values), norm);
    assertThat(read(norm)).containsExactly(5);
    assertThat(read(other)).containsExactly(1.5);
    assertThat(read(values)).containsExactly(0, 2);
  }

  @Test
  void movingAverage() {
    Buffer average = reals(2);
    device.optimiser().movingAverage(0.75, buffers(parameter), buffers(average));
    assertThat(read(average)).containsExactly(4);
  }

  private static Buffer[] buffers(Buffer... each) {
    return each;
  }
}
