package ganengine.kernels.cuda;

import ganengine.kernels.Convolution;

/**
 * Padding as cuDNN has it: as much below as above, as much right as left. Where a convolution needs
 * another, it becomes one without padding over a framed image, which is exactly what its windows
 * see: x with zeros around it, and without rows and columns that no window meets.
 */
final class PaddedConvolution {
  private PaddedConvolution() {}

  /** Whether equal padding on opposite sides gives just this output. */
  static boolean symmetric(Convolution size) {
    return size.outH() == out(size.inH(), size.padTop(), spanH(size, 1), size.strideH())
        && size.outW() == out(size.inW(), size.padLeft(), spanW(size, 1), size.strideW());
  }

  private static int out(int in, int padding, int window, int stride) {
    int room = in + 2 * padding - window;
    return room < 0 ? 0 : room / stride + 1;
  }

  /** The same convolution on the framed image. */
  static Convolution framed(Convolution size) {
    return new Convolution(
        size.batch(),
        spanH(size, size.outH()),
        spanW(size, size.outW()),
        size.inC(),
        size.outH(),
        size.outW(),
        size.outC(),
        size.kernelH(),
        size.kernelW(),
        size.strideH(),
        size.strideW(),
        0,
        0,
        size.dilationH(),
        size.dilationW(),
        size.groups());
  }

  /** Rows that {@code windows} windows one below the other cover. */
  private static int spanH(Convolution size, int windows) {
    return (windows - 1) * size.strideH() + (size.kernelH() - 1) * size.dilationH() + 1;
  }

  /** Columns that {@code windows} windows side by side cover. */
  private static int spanW(Convolution size, int windows) {
    return (windows - 1) * size.strideW() + (size.kernelW() - 1) * size.dilationW() + 1;
  }
}
