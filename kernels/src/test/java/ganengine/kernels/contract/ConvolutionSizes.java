package ganengine.kernels.contract;

import ganengine.kernels.Convolution;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Convolution geometries: those of GANs, the edges of the definition, and drawn ones. */
final class ConvolutionSizes {
  private ConvolutionSizes() {}

  static Stream<Convolution> all() {
    return Stream.concat(listed(), drawn());
  }

  private static Stream<Convolution> listed() {
    return Stream.of(
        square(1, 1, 1, 1, 1, 1, 0),
        // DCGAN: kernel 4, stride 2, padding 1, and its first and last layers.
        square(2, 28, 1, 16, 4, 2, 1),
        square(2, 14, 32, 64, 4, 2, 1),
        square(3, 8, 24, 17, 4, 2, 1),
        square(2, 16, 3, 32, 4, 2, 1),
        square(5, 4, 100, 33, 4, 1, 0),
        square(5, 4, 33, 1, 4, 1, 0),
        square(1, 32, 32, 3, 4, 2, 1),
        // Odd sizes under kernel 4, stride 2: the input's last row is met by no window.
        square(2, 9, 5, 7, 4, 2, 1),
        square(2, 7, 16, 16, 4, 2, 1),
        // Residual blocks: kernel 3, stride 1 or 2; and 1 x 1.
        square(2, 13, 16, 32, 3, 1, 1),
        square(2, 12, 8, 8, 3, 2, 1),
        square(2, 28, 1, 8, 5, 2, 2),
        square(3, 9, 33, 17, 1, 1, 0),
        square(3, 9, 17, 5, 1, 2, 0),
        square(40, 3, 13, 13, 3, 1, 1),
        // Few channels on either side: blocks of pixels that fill a line or don't, several images a
        // task, windows that hang over or leave pixels out.
        square(3, 28, 8, 3, 3, 1, 1),
        square(20, 14, 2, 4, 3, 2, 1),
        square(18, 7, 4, 8, 3, 2, 1),
        square(2, 13, 12, 2, 3, 2, 0),
        square(2, 12, 16, 32, 4, 2, 1),
        new Convolution(33, 10, 8, 6, 3, 3, 11, 3, 2, 3, 3, 0, 1, 1, 1, 1),
        // Enough channels and pixels for transforms that save multiplications: two taps on every
        // phase, an odd y, strides 1 and 3 under kernels 2 and 6;
        square(2, 32, 32, 64, 4, 2, 1),
        square(3, 30, 48, 80, 4, 2, 1),
        new Convolution(8, 9, 29, 32, 8, 8, 32, 2, 6, 1, 3, 0, 1, 1, 1, 1),
        // three and two, three on every phase, and axes that differ in that.
        square(8, 14, 32, 64, 5, 2, 2),
        new Convolution(32, 7, 7, 96, 4, 4, 48, 5, 5, 2, 2, 2, 2, 1, 1, 1),
        // Images to many channels: windows of 48, 75, and 30 numbers.
        new Convolution(2, 18, 20, 3, 9, 10, 64, 4, 4, 2, 2, 1, 1, 1, 1, 1),
        new Convolution(35, 9, 16, 3, 5, 8, 64, 5, 5, 2, 2, 2, 2, 1, 1, 1),
        new Convolution(3, 6, 11, 5, 5, 9, 128, 2, 3, 1, 1, 0, 0, 1, 1, 1),
        square(3, 13, 32, 48, 3, 1, 1),
        new Convolution(4, 27, 32, 64, 9, 16, 32, 7, 4, 3, 2, 2, 1, 1, 1, 1),
        // TensorFlow's "SAME" for kernels 4 and 5 with stride 2: nothing above, more below.
        new Convolution(2, 8, 8, 5, 4, 4, 6, 4, 4, 2, 2, 1, 1, 1, 1, 1),
        new Convolution(2, 14, 14, 3, 7, 7, 9, 5, 5, 2, 2, 1, 1, 1, 1, 1),
        new Convolution(2, 28, 28, 1, 14, 14, 4, 3, 3, 2, 2, 0, 0, 1, 1, 1),
        // Sides that differ in everything.
        new Convolution(2, 11, 6, 4, 6, 4, 5, 2, 5, 2, 1, 1, 1, 1, 1, 1),
        new Convolution(2, 17, 5, 3, 5, 3, 7, 5, 1, 3, 2, 0, 0, 1, 1, 1),
        // Dilation and groups, depthwise included.
        new Convolution(2, 12, 12, 6, 12, 12, 4, 3, 3, 1, 1, 2, 2, 2, 2, 1),
        new Convolution(2, 13, 12, 20, 3, 4, 7, 3, 4, 3, 2, 0, 1, 2, 3, 1),
        new Convolution(2, 14, 15, 19, 6, 4, 18, 3, 5, 2, 3, 1, 0, 2, 1, 1),
        new Convolution(1, 16, 14, 36, 7, 7, 6, 5, 3, 2, 2, 3, 2, 3, 2, 2),
        new Convolution(2, 9, 9, 8, 5, 5, 12, 3, 3, 2, 2, 1, 1, 1, 1, 4),
        new Convolution(2, 8, 8, 10, 4, 4, 10, 4, 4, 2, 2, 1, 1, 1, 1, 10),
        new Convolution(1, 10, 9, 6, 4, 3, 9, 3, 2, 2, 3, 1, 0, 2, 3, 3));
  }

  /** One square image size, kernel, stride and padding. */
  private static Convolution square(
      int batch, int in, int inC, int outC, int kernel, int stride, int padding) {
    int out = (in + 2 * padding - kernel) / stride + 1;
    return new Convolution(
        batch, in, in, inC, out, out, outC, kernel, kernel, stride, stride, padding, padding, 1, 1,
        1);
  }

  private static Stream<Convolution> drawn() {
    Draws draws = new Draws(12);
    return IntStream.range(0, 45).mapToObj(i -> drawn(draws));
  }

  private static Convolution drawn(Draws draws) {
    Side height = Side.drawn(draws);
    Side width = Side.drawn(draws);
    int groups = draws.oneOf(1, 1, 1, 2, 3);
    return new Convolution(
        draws.between(1, 3),
        height.in,
        width.in,
        groups * draws.oneOf(1, 2, 3, 5, 8, 17),
        height.out,
        width.out,
        groups * draws.oneOf(1, 2, 3, 7, 16, 19),
        height.kernel,
        width.kernel,
        height.stride,
        width.stride,
        height.padding,
        width.padding,
        height.dilation,
        width.dilation,
        groups);
  }

  /** The geometry along one axis. */
  private record Side(int in, int out, int kernel, int stride, int padding, int dilation) {
    static Side drawn(Draws draws) {
      int kernel = draws.between(1, 5);
      int dilation = draws.oneOf(1, 1, 1, 2, 3);
      int extent = (kernel - 1) * dilation + 1;
      int before = draws.between(0, extent - 1);
      int after = draws.between(0, extent - 1);
      int stride = draws.between(1, 3);
      int in = Math.max(draws.between(1, 15), extent - before - after);
      int out = (in + before + after - extent) / stride + 1;
      return new Side(in, out, kernel, stride, before, dilation);
    }
  }
}
