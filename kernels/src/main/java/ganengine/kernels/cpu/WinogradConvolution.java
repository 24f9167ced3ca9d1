package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * Convolutions whose filter is two to three strides wide by Winograd's minimal filtering (Lavin and
 * Gray, "Fast Algorithms for Convolutional Neural Networks", 2016). On each stride phase they are
 * convolutions of stride 1 with two or three taps along an axis, which F(2, 2) and F(2, 3) compute
 * two outputs at a time by three or four multiplications. The phases are summed before the
 * transform back, so that they are one product at each point: kernel 4 of stride 2 has 9
 * multiplications where the definition has 16, kernel 5 of stride 2 has 49 instead of 100, kernel 3
 * of stride 1 has 16 instead of 36.
 *
 * <p>Rounding errors, in proportion to the sum of the terms' sizes, are 1.06 to 1.30 times as large
 * as without for kernel 4 (root mean square, in all passes of DCGAN's middle layers for 64 x 64
 * images; most with most channels), 0.69 to 1.51 times for kernel 5 (14 x 14 x 64 and 7 x 7 x 128,
 * most in the filter gradient), where sums are also shorter, and 0.67 to 0.94 times for kernel 3
 * (16 x 16 x 64); the largest of thousands was below 4e-7 either way.
 */
final class WinogradConvolution {
  /** Channels from which the saved products outweigh the transforms. */
  private static final int CHANNELS = 32;

  /** Channels that are whole vectors. */
  private static final int VECTORS = 16;

  /** Tiles from which they outweigh the filter's transform. */
  private static final int TILES = 128;

  /** Most floats of a transformed filter, or image: 128 MiB. */
  private static final long TRANSFORMED = 1 << 25;

  private final WinogradForward forward;
  private final WinogradInputGradient inputGradient;
  private final WinogradFilterGradient filterGradient;

  WinogradConvolution(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    forward = new WinogradForward(threads, kernel, scratch);
    inputGradient = new WinogradInputGradient(threads, kernel, scratch);
    filterGradient = new WinogradFilterGradient(threads, kernel, scratch);
  }

  /**
   * Whether this way suits the size: it must be possible, and save enough of the products although
   * tiles at odd edges are computed in vain.
   */
  static boolean suits(Convolution size) {
    boolean possible =
        twoToThree(size.kernelH(), size.strideH())
            && twoToThree(size.kernelW(), size.strideW())
            && size.dilationH() == 1
            && size.dilationW() == 1
            && size.groups() == 1
            && size.inC() % (phasesDiffer(size) ? CHANNELS : VECTORS) == 0
            && size.outC() % VECTORS == 0;
    if (!possible || size.inC() < CHANNELS || size.outC() < CHANNELS) {
      return false;
    }
    WinogradTiles tiles = new WinogradTiles(size);
    boolean mostlyInside = size.outH() * size.outW() >= 3 * tiles.ofImage();
    long largest = Math.max(size.outC(), tiles.ofImage());
    return mostlyInside
        && tiles.count() >= TILES
        && (long) tiles.points() * tiles.phasedDepth() * largest <= TRANSFORMED;
  }

  private static boolean twoToThree(int kernel, int stride) {
    return kernel >= 2 * stride && kernel <= 3 * stride;
  }

  /** Whether phases have parts in different points: panels must then lie in one phase each. */
  private static boolean phasesDiffer(Convolution size) {
    return size.kernelH() % size.strideH() != 0 || size.kernelW() % size.strideW() != 0;
  }

  void forward(Convolution size, CpuBuffer x, CpuBuffer filter, CpuBuffer y) {
    forward.run(size, x, filter, y);
  }

  void inputGradient(Convolution size, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    inputGradient.run(size, gradY, filter, gradX);
  }

  void filterGradient(Convolution size, CpuBuffer x, CpuBuffer gradY, CpuBuffer gradFilter) {
    filterGradient.run(size, x, gradY, gradFilter);
  }
}
