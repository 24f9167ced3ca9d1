package ganengine.kernels.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import org.junit.jupiter.api.Test;

/** Convolutions small enough to do by hand; more geometries are in {@code contract.AdjointTest}. */
class ReferenceConvolutionTest extends ReferenceFixture {
  /** 3 x 3 image, 2 x 2 kernel, stride 1, no padding. */
  private static final Convolution PLAIN =
      new Convolution(1, 3, 3, 1, 2, 2, 1, 2, 2, 1, 1, 0, 0, 1, 1, 1);

  private static final double[] IMAGE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final double[] KERNEL = {1, 10, 100, 1000};

  @Test
  void forwardDoesNotFlipTheKernel() {
    Buffer y = room(4);
    device.convolution().forward(PLAIN, reals(IMAGE), reals(KERNEL), y);
    assertThat(read(y)).containsExactly(5421, 6532, 8754, 9865);
  }

  @Test
  void inputGradientSpreadsTheKernel() {
    Buffer gradX = room(9);
    device.convolution().inputGradient(PLAIN, reals(1, 2, 3, 4), reals(KERNEL), gradX);
    assertThat(read(gradX)).containsExactly(1, 12, 20, 103, 1234, 2040, 300, 3400, 4000);
  }

  @Test
  void filterGradientCorrelatesInputAndGradient() {
    Buffer gradFilter = room(4);
    device.convolution().filterGradient(PLAIN, reals(IMAGE), reals(1, 0, 0, 10), gradFilter);
    assertThat(read(gradFilter)).containsExactly(51, 62, 84, 95);
  }

  @Test
  void paddingIsZerosAboveAndToTheLeft() {
    Convolution padded = new Convolution(1, 3, 3, 1, 2, 2, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1);
    Buffer y = room(4);
    device.convolution().forward(padded, reals(IMAGE), reals(KERNEL), y);
    assertThat(read(y)).containsExactly(1000, 3200, 7040, 9865);
  }

  @Test
  void dilationSpreadsTheTaps() {
    Convolution dilated = new Convolution(1, 3, 3, 1, 1, 1, 1, 2, 2, 1, 1, 0, 0, 2, 2, 1);
    Buffer y = room(1);
    device.convolution().forward(dilated, reals(IMAGE), reals(KERNEL), y);
    assertThat(read(y)).containsExactly(9731);
  }

  @Test
  void channelsAreTheLastAxisAndSumUp() {
    Convolution channels = new Convolution(1, 1, 2, 2, 1, 2, 2, 1, 1, 1, 1, 0, 0, 1, 1, 1);
    Buffer y = room(4);
    device.convolution().forward(channels, reals(1, 2, 3, 4), reals(1, 10, 100, 1000), y);
    assertThat(read(y)).containsExactly(21, 2100, 43, 4300);
  }

  @Test
  void groupsSeeOnlyTheirOwnChannels() {
    Convolution groups = new Convolution(1, 1, 1, 4, 1, 1, 2, 1, 1, 1, 1, 0, 0, 1, 1, 2);
    Buffer y = room(2);
    device.convolution().forward(groups, reals(1, 2, 3, 4), reals(1, 10, 100, 1000), y);
    assertThat(read(y)).containsExactly(21, 4300);
  }
}
