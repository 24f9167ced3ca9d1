package ganengine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Convolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionLayerTest {
  @ParameterizedTest
  @EnumSource
  void itsWindowsCoverTheImageAndNoMoreThanItsPadding(ConvolutionLayer layer) {
    Convolution size = layer.convolution(64);
    int end = (size.outH() - 1) * size.strideH() - size.padTop() + size.kernelH();
    // Below and on the right there may be a pixel more of padding.
    assertThat(end).isBetween(size.inH(), size.inH() + size.padTop() + 1);
    assertThat(layer.words())
        .startsWith("%dx%dx%d to ".formatted(size.inH(), size.inW(), size.inC()));
  }
}
