package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Convolution;
import org.junit.jupiter.api.Test;

class PaddedConvolutionTest {
  @Test
  void equalPaddingOnBothSidesNeedsNoFrame() {
    assertThat(PaddedConvolution.symmetric(ConvolutionExample.dcgan(1, 8, 1, 1))).isTrue();
    // 5 rows, kernel 4, stride 2, padding 1: the last row is met by no window.
    assertThat(
            PaddedConvolution.symmetric(
                new Convolution(1, 5, 5, 1, 2, 2, 1, 4, 4, 2, 2, 1, 1, 1, 1, 1)))
        .isTrue();
  }

  @Test
  void moreBelowThanAboveNeedsOne() {
    // TensorFlow's SAME: 8 rows, kernel 3, stride 2, nothing above and one row below.
    Convolution same = new Convolution(2, 8, 6, 3, 4, 3, 5, 3, 3, 2, 2, 0, 0, 1, 1, 1);
    assertThat(PaddedConvolution.symmetric(same)).isFalse();
    assertThat(PaddedConvolution.framed(same))
        .isEqualTo(new Convolution(2, 9, 7, 3, 4, 3, 5, 3, 3, 2, 2, 0, 0, 1, 1, 1));
  }

  @Test
  void lessBelowThanAboveNeedsOne() {
    // 4 rows under kernel 3 with dilation 2, four rows above and none below: 4 windows see rows
    // -4 to 3.
    Convolution above = new Convolution(1, 4, 1, 1, 4, 1, 1, 3, 1, 1, 1, 4, 0, 2, 1, 1);
    assertThat(PaddedConvolution.symmetric(above)).isFalse();
    assertThat(PaddedConvolution.framed(above).inH()).isEqualTo(8);
  }

  @Test
  void aKernelLargerThanWhatItSeesNeedsOne() {
    Convolution large = new Convolution(1, 1, 1, 1, 1, 1, 1, 3, 3, 1, 1, 0, 0, 1, 1, 1);
    assertThat(PaddedConvolution.symmetric(large)).isFalse();
    assertThat(PaddedConvolution.framed(large).inW()).isEqualTo(3);
  }
}
