package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * Convolutions of stride 1 to few output channels, which leave most of a product's tiles empty, by
 * way of their mirror image: with x and y swapped and the filter turned by 180 degrees, the forward
 * pass is an input gradient and the filter gradient a filter gradient, now to few input channels.
 */
final class MirroredConvolution {
  /** Output channels up to which this is faster. */
  private static final int FEW_CHANNELS = 8;

  private final SplitProduct product;
  private final ScatteredInputGradient scattered;
  private float[] turned = new float[0];

  MirroredConvolution(SplitProduct product, ScatteredInputGradient scattered) {
    this.product = product;
    this.scattered = scattered;
  }

  /** Whether this way suits: y must not be much smaller than x, or too much is computed in vain. */
  static boolean suits(Convolution size) {
    return size.outC() <= FEW_CHANNELS
        && size.inC() > FEW_CHANNELS
        && size.groups() == 1
        && size.strideH() == 1
        && size.strideW() == 1
        && 2 * size.outH() * size.outW() >= size.inH() * size.inW()
        && PatchLines.suits(mirror(size));
  }

  void forward(Convolution size, CpuBuffer x, CpuBuffer filter, CpuBuffer y) {
    scattered.run(mirror(size), x, turned(size, filter), y);
  }

  /** Computes [inC, taps * outC] and turns it to [outC, taps, inC]. */
  void filterGradient(Convolution size, CpuBuffer x, CpuBuffer gradY, CpuBuffer gradFilter) {
    if (turned.length < size.filterSize()) {
      turned = new float[size.filterSize()];
    }
    int taps = size.kernelH() * size.kernelW();
    int columns = taps * size.outC();
    product.run(
        size.inC(),
        columns,
        size.batch() * size.inH() * size.inW(),
        new DenseMatrix(x, 0, size.inC(), true),
        PatchMatrix.of(mirror(size), gradY, 0),
        OutputRows.dense(turned, 0, columns));
    for (int column = 0; column < columns; column++) {
      int to = gradFilter.offset + turnedAt(size, column);
      for (int ic = 0; ic < size.inC(); ic++) {
        gradFilter.reals[to + ic] = turned[ic * columns + column];
      }
    }
  }

  /** The filter as [inC, taps * outC], taps counted backwards. */
  private static ColumnOperand turned(Convolution size, CpuBuffer filter) {
    return (k, depth, column, columns, to, at, width) -> {
      for (int j = 0; j < columns; j++) {
        int from = filter.offset + turnedAt(size, column + j) + k;
        for (int p = 0; p < depth; p++) {
          to[at + p * width + j] = filter.reals[from + p];
        }
      }
    };
  }

  /** Where filter[oc, tap, 0] stands for column (taps - 1 - tap) * outC + oc. */
  private static int turnedAt(Convolution size, int column) {
    int taps = size.kernelH() * size.kernelW();
    int tap = taps - 1 - column / size.outC();
    return (column % size.outC() * taps + tap) * size.inC();
  }

  private static Convolution mirror(Convolution size) {
    return new Convolution(
        size.batch(),
        /* inH= */ size.outH(),
        /* inW= */ size.outW(),
        /* inC= */ size.outC(),
        /* outH= */ size.inH(),
        /* outW= */ size.inW(),
        /* outC= */ size.inC(),
        size.kernelH(),
        size.kernelW(),
        1,
        1,
        (size.kernelH() - 1) * size.dilationH() - size.padTop(),
        (size.kernelW() - 1) * size.dilationW() - size.padLeft(),
        size.dilationH(),
        size.dilationW(),
        1);
  }
}
