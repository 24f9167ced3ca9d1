package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Convolution;
import ganengine.kernels.ElementType;
import ganengine.kernels.Gemm;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.ConvolutionExample.Pass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** In what NVIDIA's libraries multiply: TF32 exactly where it was asked for, bfloat16. */
@OnCard
class LibraryPrecisionTest {
  /** Has a bit that TF32, with its 10 bits of fraction, rounds away. */
  private static final double FINE = 1 + Math.scalb(1.0, -12);

  private static final Convolution ONE =
      new Convolution(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1);

  /** Precision and the product of FINE and 1 in it. A real card may round, but need not. */
  static Stream<Arguments> products() {
    Stream<Arguments> exact = Stream.of(Arguments.of(Precision.FP32, FINE));
    return Boolean.getBoolean("ganengine.cuda.real")
        ? exact
        : Stream.concat(
            exact, Stream.of(Arguments.of(Precision.TF32, 1.0), Arguments.of(Precision.AUTO, 1.0)));
  }

  @ParameterizedTest
  @MethodSource("products")
  void roundsFactorsOfConvolutionsToTf32OnlyIfAsked(Precision precision, double product) {
    try (OpenCard card = new OpenCard(precision, false);
        CudnnConvolution convolution = card.convolution()) {
      CudaBuffer fine = card.of(ElementType.REAL, FINE);
      CudaBuffer one = card.of(ElementType.REAL, 1);
      CudaBuffer out = card.room(ElementType.REAL, 1);
      convolution.forward(ONE, fine, one, out);
      assertThat(card.read(out)).containsExactly(product);
      convolution.inputGradient(ONE, fine, one, out);
      assertThat(card.read(out)).containsExactly(product);
      convolution.filterGradient(ONE, fine, one, out);
      assertThat(card.read(out)).containsExactly(product);
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void roundsFactorsOfMatrixProductsToTf32OnlyIfAsked(Precision precision, double product) {
    try (OpenCard card = new OpenCard(precision, false)) {
      CublasMatrix matrix = card.matrix();
      CudaBuffer fine = card.of(ElementType.REAL, FINE, FINE);
      CudaBuffer ones = card.of(ElementType.REAL, 1, 1);
      CudaBuffer out = card.room(ElementType.REAL, 2);
      matrix.gemm(new Gemm(2, 1, 1, 1, false, false), fine, ones, out);
      assertThat(card.read(out)).containsExactly(product, product);
      CudaBuffer sum = card.room(ElementType.REAL, 1);
      matrix.gemm(new Gemm(1, 1, 1, 2, false, false), fine, ones, sum);
      assertThat(card.read(sum)).containsExactly(2 * product);
    }
  }

  @ParameterizedTest
  @EnumSource(Pass.class)
  void convolvesBfloat16(Pass pass) {
    assertBfloat16(new ConvolutionExample(pass, ConvolutionExample.dcgan(2, 8, 16, 8)));
  }

  /**
   * Padding that cuDNN can't express: through a frame, in 16-byte accesses and number by number.
   */
  @ParameterizedTest
  @EnumSource(Pass.class)
  void convolvesBfloat16InFrames(Pass pass) {
    assertBfloat16(
        new ConvolutionExample(
            pass, new Convolution(2, 8, 8, 16, 4, 4, 6, 5, 5, 2, 2, 1, 1, 1, 1, 1)));
    assertBfloat16(
        new ConvolutionExample(
            pass, new Convolution(2, 7, 9, 3, 7, 9, 6, 4, 4, 1, 1, 1, 1, 1, 1, 1)));
  }

  /** The operands are bfloat16 as they are: only the result is rounded, to 8 bits. */
  private static void assertBfloat16(ConvolutionExample example) {
    try (OpenCard card = new OpenCard(Precision.BF16, false);
        CudnnConvolution convolution = card.convolution()) {
      double[] answer = example.on(card, convolution, ElementType.BFLOAT16);
      double[] expected = example.expected();
      assertThat(answer).hasSameSizeAs(expected);
      for (int i = 0; i < answer.length; i++) {
        assertThat(answer[i]).isCloseTo(expected[i], within(Math.abs(expected[i]) / 256 + 1e-5));
      }
    }
  }

  @Test
  void multipliesBfloat16MatricesIntoEitherType() {
    try (OpenCard card = new OpenCard(Precision.BF16, false)) {
      CublasMatrix matrix = card.matrix();
      CudaBuffer a = card.of(ElementType.BFLOAT16, 1, 2, 3, 4, 5, 6);
      CudaBuffer b = card.of(ElementType.BFLOAT16, 33, 1, 0, 1, 100, 1);
      Gemm size = new Gemm(1, 2, 2, 3, false, false);
      CudaBuffer floats = card.room(ElementType.REAL, 4);
      matrix.gemm(size, a, b, floats);
      assertThat(card.read(floats)).containsExactly(333, 6, 732, 15);
      CudaBuffer halves = card.room(ElementType.BFLOAT16, 4);
      matrix.gemm(size, a, b, halves);
      assertThat(card.read(halves)).containsExactly(332, 6, 732, 15);
    }
  }

  @Test
  void refusesFactorsOfTwoTypes() {
    try (OpenCard card = new OpenCard(Precision.BF16, false)) {
      CublasMatrix matrix = card.matrix();
      CudaBuffer half = card.of(ElementType.BFLOAT16, 1);
      CudaBuffer real = card.of(ElementType.REAL, 1);
      Gemm size = new Gemm(1, 1, 1, 1, false, false);
      assertThatThrownBy(() -> matrix.gemm(size, half, real, real))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(size.toString(), "BFLOAT16, REAL and REAL");
      assertThatThrownBy(() -> matrix.gemm(size, real, real, half))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
