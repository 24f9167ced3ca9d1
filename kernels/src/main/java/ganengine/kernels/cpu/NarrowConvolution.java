package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * Convolutions of few channels by loops that read each image where it lies. Products by tiles would
 * leave most of a tile empty and copy more than they compute. What suits was measured against them.
 */
final class NarrowConvolution {
  private static final int MOST_CHANNELS = 32;

  /** Output channels of which any number is few. */
  private static final int FEW_CHANNELS = 16;

  /** Elements of a tap of the filter up to which this is faster. */
  private static final int TAP = 512;

  /** Channels of an image, and of the layer behind it, up to which this is faster. */
  private static final int MOST_INPUTS = 8;

  private static final int MOST_OUTPUTS = 128;

  private final NarrowForward forward;
  private final NarrowInputGradient inputGradient;
  private final NarrowFilterGradient filterGradient;
  private final ImageFilterGradient imageFilterGradient;

  NarrowConvolution(CpuThreads threads, PackScratch scratch) {
    BandProducts products = new BandProducts(threads, scratch);
    forward = new NarrowForward(products);
    inputGradient = new NarrowInputGradient(products);
    filterGradient = new NarrowFilterGradient(threads, scratch);
    imageFilterGradient = new ImageFilterGradient(threads, scratch);
  }

  /** An image's tiles of one vector of outputs would read too much for each product. */
  static boolean suitsForward(Convolution size) {
    return (narrow(size) && size.outC() <= FEW_CHANNELS)
        || (plain(size) && image(size) && Loops.NARROW.bandVectors() > 1);
  }

  /** Whether this is the layer next to an image. */
  static boolean image(Convolution size) {
    return size.inC() <= MOST_INPUTS && size.outC() <= MOST_OUTPUTS;
  }

  /** Of many channels of y few of x are faster computed tap by tap. */
  static boolean suitsInputGradient(Convolution size) {
    return narrow(size) && size.outC() <= Math.max(FEW_CHANNELS, 4 * size.inC());
  }

  static boolean suitsFilterGradient(Convolution size) {
    return narrowFilter(size) || (plain(size) && ImageFilterGradient.suits(size));
  }

  /** A line of the filter must fill half a vector, unless there is little to compute at all. */
  private static boolean narrowFilter(Convolution size) {
    boolean filled = 2 * size.kernelW() * size.inC() >= Loops.NARROW.lanes();
    return narrow(size) && (filled || size.outC() <= FEW_CHANNELS / 2);
  }

  private static boolean narrow(Convolution size) {
    return size.inC() <= MOST_CHANNELS
        && size.outC() <= MOST_CHANNELS
        && size.inC() * size.outC() <= TAP
        && plain(size);
  }

  private static boolean plain(Convolution size) {
    return size.groups() == 1
        && size.dilationH() == 1
        && size.dilationW() == 1
        && size.padTop() < size.kernelH()
        && size.padLeft() < size.kernelW();
  }

  void forward(Convolution size, CpuBuffer x, CpuBuffer filter, CpuBuffer y) {
    forward.run(size, x, filter, y);
  }

  void inputGradient(Convolution size, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    inputGradient.run(size, gradY, filter, gradX);
  }

  void filterGradient(Convolution size, CpuBuffer x, CpuBuffer gradY, CpuBuffer gradFilter) {
    if (narrowFilter(size)) {
      filterGradient.run(size, x, gradY, gradFilter);
    } else {
      imageFilterGradient.run(size, x, gradY, gradFilter);
    }
  }
}
