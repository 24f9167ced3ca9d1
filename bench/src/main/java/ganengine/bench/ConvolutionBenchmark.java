package ganengine.bench;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * The three passes of DCGAN's 4 x 4 convolutions of stride 2. The input gradient is also the
 * forward pass of the generator's transposed convolution.
 */
public class ConvolutionBenchmark extends DeviceBenchmark {
  private static final int KERNEL = 4;
  private static final int STRIDE = 2;
  private static final int PADDING = 1;

  /** A middle layer: side and channels of its input; it halves the one and doubles the other. */
  public enum Layer {
    /** 28 x 28 images: 14 x 14 x 64 to 7 x 7 x 128. */
    DCGAN_28(14, 64),
    /** 64 x 64 images: 32 x 32 x 64 to 16 x 16 x 128. */
    DCGAN_64_WIDE(32, 64),
    /** 64 x 64 images: 16 x 16 x 128 to 8 x 8 x 256. */
    DCGAN_64(16, 128),
    /** 64 x 64 images: 8 x 8 x 256 to 4 x 4 x 512. */
    DCGAN_64_DEEP(8, 256);

    private final int side;
    private final int channels;

    Layer(int side, int channels) {
      this.side = side;
      this.channels = channels;
    }

    private Convolution convolution(int batch) {
      int half = side / 2;
      return new Convolution(
          batch,
          side,
          side,
          channels,
          half,
          half,
          2 * channels,
          KERNEL,
          KERNEL,
          STRIDE,
          STRIDE,
          PADDING,
          PADDING,
          1,
          1,
          1);
    }
  }

  /** Which layer. */
  @Param public Layer layer;

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
