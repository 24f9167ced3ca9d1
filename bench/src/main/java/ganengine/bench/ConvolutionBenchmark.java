package ganengine.bench;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * The three passes of convolutions. The input gradient is also the forward pass of the generator's
 * transposed convolution.
 */
public class ConvolutionBenchmark extends DeviceBenchmark {
  /** Which layer. */
  @Param public ConvolutionLayer layer;

  private Convolution size;
  private Buffer x;
  private Buffer filter;
  private Buffer gradY;
  private Buffer y;
  private Buffer gradX;
  private Buffer gradFilter;

  @Override
  void operands() {
    size = layer.convolution(batch());
    x = operand(size.inputSize());
    filter = operand(size.filterSize());
    gradY = operand(size.outputSize());
    y = output(size.outputSize());
    gradX = output(size.inputSize());
    gradFilter = output(size.filterSize());
  }

  /** The convolution. */
  @Benchmark
  public void forward(Gflops rate) {
    device().convolution().forward(size, x, filter, y);
    done(rate);
  }

  /** The gradient with respect to its images: the transposed convolution. */
  @Benchmark
  public void inputGradient(Gflops rate) {
    device().convolution().inputGradient(size, gradY, filter, gradX);
    done(rate);
  }

  /** The gradient with respect to its filters. */
  @Benchmark
  public void filterGradient(Gflops rate) {
    device().convolution().filterGradient(size, x, gradY, gradFilter);
    done(rate);
  }

  private void done(Gflops rate) {
    device().synchronize();
    rate.add(size.multiplyAdds());
  }
}
