package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ConvolutionKernels;

/**
 * Convolution by its definition, for the few geometries that no algorithm of cuDNN takes ({@code
 * direct_convolution.cu}): right, but slow. Takes any padding.
 */
final class DirectConvolution implements ConvolutionKernels {
  private static final String FILE = "direct_convolution";
  private static final int THREADS = 256;
  private static final int BLOCKS_PER_MULTIPROCESSOR = 8;

  private final Cuda cuda;

  DirectConvolution(Cuda cuda) {
    this.cuda = cuda;
  }

  @Override
  public void forward(Convolution size, Buffer x, Buffer filter, Buffer y) {
    launch("direct_convolution", size, x, filter, y, THREADS);
  }

  @Override
  public void inputGradient(Convolution size, Buffer gradY, Buffer filter, Buffer gradX) {
    launch("direct_convolution_input_gradient", size, gradY, filter, gradX, THREADS);
  }

  /** A block of threads for each element: its sum runs over the whole batch. */
  @Override
  public void filterGradient(Convolution size, Buffer x, Buffer gradY, Buffer gradFilter) {
    launch("direct_convolution_filter_gradient", size, x, gradY, gradFilter, 1);
  }

  private void launch(
      String kernel,
      Convolution size,
      Buffer first,
      Buffer second,
      Buffer result,
      int resultsPerBlock) {
    long blocks = (result.length() + resultsPerBlock - 1) / resultsPerBlock;
    long most = (long) cuda.multiprocessors() * BLOCKS_PER_MULTIPROCESSOR;
    cuda.kernel(FILE, kernel, result.type())
        .grid((int) Math.min(blocks, most), THREADS)
        .numbers(
            size.batch(),
            size.inH(),
            size.inW(),
            size.inC(),
            size.outH(),
            size.outW(),
            size.outC(),
            size.kernelH(),
            size.kernelW(),
            size.strideH(),
            size.strideW(),
            size.padTop(),
            size.padLeft(),
            size.dilationH(),
            size.dilationW(),
            size.groups())
        .buffer(first)
        .buffer(second)
        .buffer(result)
        .launch();
  }
}
