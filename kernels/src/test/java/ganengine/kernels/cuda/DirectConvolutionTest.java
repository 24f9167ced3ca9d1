package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Convolution;
import ganengine.kernels.ElementType;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.ConvolutionExample.Pass;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels of last resort against the reference device. */
@OnCard
class DirectConvolutionTest {
  static Stream<ConvolutionExample> examples() {
    return Stream.of(
            ConvolutionExample.dcgan(2, 8, 5, 6),
            new Convolution(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1),
            // A kernel larger than the image, more padding below than above.
            new Convolution(1, 2, 3, 2, 2, 3, 3, 4, 5, 1, 1, 1, 2, 1, 1, 1),
            // Windows that leave gaps; the last rows are met by none.
            new Convolution(2, 8, 7, 3, 3, 2, 4, 1, 2, 3, 4, 0, 1, 1, 1, 1),
            new Convolution(1, 10, 9, 6, 4, 3, 9, 3, 2, 2, 3, 1, 0, 2, 3, 3),
            new Convolution(2, 8, 8, 10, 4, 4, 10, 4, 4, 2, 2, 1, 1, 1, 1, 10),
            // More pixels to sum over than threads of a block.
            new Convolution(3, 17, 16, 1, 17, 16, 2, 3, 3, 1, 1, 1, 1, 1, 1, 1))
        .flatMap(size -> Stream.of(Pass.values()).map(pass -> new ConvolutionExample(pass, size)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void agreesWithTheReference(ConvolutionExample example) {
    double[] expected = example.expected();
    try (OpenCard card = new OpenCard(Precision.BF16, false)) {
      DirectConvolution direct = new DirectConvolution(card.cuda());
      assertThat(example.on(card, direct, ElementType.REAL))
          .containsExactly(expected, within(1e-5));
      double[] rounded = example.on(card, direct, ElementType.BFLOAT16);
      for (int i = 0; i < rounded.length; i++) {
        assertThat(rounded[i]).isCloseTo(expected[i], within(Math.abs(expected[i]) / 256 + 1e-5));
      }
    }
  }
}
