package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ConvolutionKernels;

/**
 * Convolution as matrix products whose factors are read straight from NHWC activations ("implicit
 * GEMM"): no patch matrix lies in memory. Groups are products of their own. Where Winograd's way of
 * fewer multiplications suits, it goes first.
 */
final class CpuConvolution implements ConvolutionKernels {
  private final SplitProduct product;
  private final PhasedInputGradient phased;
  private final ScatteredInputGradient scattered;
  private final MirroredConvolution mirrored;
  private final WinogradConvolution winograd;
  private final NarrowConvolution narrow;

  CpuConvolution(
      CpuThreads threads, MicroKernel kernel, PackedProduct packed, SplitProduct product) {
    this.product = product;
    phased = new PhasedInputGradient(product);
    scattered = new ScatteredInputGradient(threads, packed);
    mirrored = new MirroredConvolution(product, scattered);
    winograd = new WinogradConvolution(threads, kernel, packed.scratch());
    narrow = new NarrowConvolution(threads, packed.scratch());
  }

  /** y [pixels, outC] = patches of x [pixels, taps * inC] * filter^T [taps * inC, outC]. */
  @Override
  public void forward(Convolution size, Buffer x, Buffer filter, Buffer y) {
    CpuBuffer input = CpuBuffer.of(x);
    CpuBuffer weights = CpuBuffer.of(filter);
    CpuBuffer output = CpuBuffer.of(y);
    if (NarrowConvolution.suitsForward(size)) {
      narrow.forward(size, input, weights, output);
      return;
    }
    if (MirroredConvolution.suits(size)) {
      mirrored.forward(size, input, weights, output);
      return;
    }
    if (WinogradConvolution.suits(size)) {
      winograd.forward(size, input, weights, output);
      return;
    }
    int groupOut = size.outC() / size.groups();
    int sums = patchSize(size);
    for (int g = 0; g < size.groups(); g++) {
      int start = g * groupOut * sums;
      product.run(
          size.batch() * size.outH() * size.outW(),
          groupOut,
          sums,
          PatchMatrix.of(size, input, g),
          new DenseMatrix(weights, start, sums, true),
          OutputRows.dense(output.reals, output.offset + g * groupOut, size.outC()));
    }
  }

  /** gradX from gradY by whichever way multiplies least. */
  @Override
  public void inputGradient(Convolution size, Buffer gradY, Buffer filter, Buffer gradX) {
    CpuBuffer from = CpuBuffer.of(gradY);
    CpuBuffer weights = CpuBuffer.of(filter);
    CpuBuffer to = CpuBuffer.of(gradX);
    if (coversInput(size)) {
      int columns = size.inH() * size.inW() * size.inC();
      product.run(
          size.batch(),
          columns,
          size.outC(),
          new DenseMatrix(from, 0, size.outC(), false),
          new DenseMatrix(weights, 0, columns, false),
          OutputRows.dense(to.reals, to.offset, columns));
    } else if (NarrowConvolution.suitsInputGradient(size)) {
      narrow.inputGradient(size, from, weights, to);
    } else if (ScatteredInputGradient.suits(size)) {
      scattered.run(size, from, new DenseMatrix(weights, 0, patchSize(size), false), to);
    } else if (WinogradConvolution.suits(size)) {
      winograd.inputGradient(size, from, weights, to);
    } else {
      phased.run(size, from, weights, to);
    }
  }

  /** gradFilter [outC, taps * inC] = gradY^T [outC, pixels] * patches of x [pixels, taps * inC]. */
  @Override
  public void filterGradient(Convolution size, Buffer x, Buffer gradY, Buffer gradFilter) {
    CpuBuffer input = CpuBuffer.of(x);
    CpuBuffer gradient = CpuBuffer.of(gradY);
    CpuBuffer output = CpuBuffer.of(gradFilter);
    if (NarrowConvolution.suitsFilterGradient(size)) {
      narrow.filterGradient(size, input, gradient, output);
      return;
    }
    if (MirroredConvolution.suits(size)) {
      mirrored.filterGradient(size, input, gradient, output);
      return;
    }
    if (WinogradConvolution.suits(size)) {
      winograd.filterGradient(size, input, gradient, output);
      return;
    }
    int groupOut = size.outC() / size.groups();
    int columns = patchSize(size);
    for (int g = 0; g < size.groups(); g++) {
      int start = g * groupOut;
      product.run(
          groupOut,
          columns,
          size.batch() * size.outH() * size.outW(),
          new DenseMatrix(gradient, start, size.outC(), true),
          PatchMatrix.of(size, input, g),
          OutputRows.dense(output.reals, output.offset + g * groupOut * columns, columns));
    }
  }

  private static int patchSize(Convolution size) {
    return size.kernelH() * size.kernelW() * (size.inC() / size.groups());
  }

  /** Whether one application of the filter sees all of x: then the gradient is a plain product. */
  private static boolean coversInput(Convolution size) {
    return size.groups() == 1
        && size.outH() == 1
        && size.outW() == 1
        && size.kernelH() == size.inH()
        && size.kernelW() == size.inW()
        && size.padTop() == 0
        && size.padLeft() == 0
        && size.dilationH() == 1
        && size.dilationW() == 1;
  }
}
