package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * Convolutions whose filter is two strides wide, as DCGAN's of kernel 4 and stride 2, with 9
 * multiplications where the definition has 16: on each stride phase they are 2 x 2 convolutions of
 * stride 1, which Winograd's minimal filtering F(2x2, 2x2) computes two by two outputs at a time
 * (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016). The phases are
 * summed before the transform back, so that they are one product at each of nine points.
 *
 * <p>Rounding errors, in proportion to the sum of the terms' sizes, are 1.06 to 1.30 times as large
 * as without (root mean square, in all passes of DCGAN's middle layers for 64 x 64 images; most
 * with most channels); the largest of thousands was below 4e-7 either way.
 */
final class WinogradConvolution {
  /** Channels from which the saved products outweigh the transforms. */
  private static final int CHANNELS = 32;

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
        size.kernelH() == 2 * size.strideH()
            && size.kernelW() == 2 * size.strideW()
            && size.dilationH() == 1
            && size.dilationW() == 1
            && size.groups() == 1
            && size.inC() % 16 == 0
            && size.outC() % 16 == 0;
    if (!possible || size.inC() < CHANNELS || size.outC() < CHANNELS) {
      return false;
    }
    WinogradTiles tiles = new WinogradTiles(size);
    boolean mostlyInside = size.outH() * size.outW() >= 3 * tiles.ofImage();
    long largest = Math.max(size.outC(), tiles.ofImage());
    return mostlyInside
        && tiles.count() >= TILES
        && (long) WinogradLoops.POINTS * tiles.phasedDepth() * largest <= TRANSFORMED;
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
