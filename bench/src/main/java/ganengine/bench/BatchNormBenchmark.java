package ganengine.bench;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Batch norm of activations [batch * side * side, channels], with the rectifier behind it. */
public class BatchNormBenchmark extends DeviceBenchmark {
  private static final double EPSILON = 1e-5;
  private static final Activation RECTIFIER = Activation.leakyRelu(0.2);

  /** Whose activations. */
  public enum Layer {
    /** The generator's last hidden layer in DCGAN-28. */
    DCGAN_28(14, 64),
    /** The generator's last hidden layer in DCGAN-64. */
    DCGAN_64(32, 64),
    /** The discriminator's last but one in DCGAN-64. */
    DCGAN_64_DEEP(8, 256);

    private final int side;
    private final int channels;

    Layer(int side, int channels) {
      this.side = side;
      this.channels = channels;
    }

    /** Its sizes for people. */
    public String words() {
      return "%dx%dx%d".formatted(side, side, channels);
    }
  }

  /** Which layer. */
  @Param public Layer layer;

  private int rows;
  private int columns;
  private Buffer x;
  private Buffer gradY;
  private Buffer gamma;
  private Buffer beta;
  private Buffer y;
  private Buffer mean;
  private Buffer invStd;
  private Buffer gradX;
  private Buffer gradGamma;
  private Buffer gradBeta;

  @Override
  void operands() {
    rows = batch() * layer.side * layer.side;
    columns = layer.channels;
    x = operand(rows * columns);
    gradY = operand(rows * columns);
    gamma = positive(columns);
    beta = operand(columns);
    mean = operand(columns);
    invStd = positive(columns);
    y = output(rows * columns);
    gradX = output(rows * columns);
    gradGamma = output(columns);
    gradBeta = output(columns);
  }

  /** Training pass: x for the statistics, then for the normalised numbers; writes y. */
  @Benchmark
  public void forward(Gbytes rate) {
    device()
        .normalisation()
        .batchNorm(rows, columns, EPSILON, RECTIFIER, x, gamma, beta, y, mean, invStd);
    device().synchronize();
    rate.add(device(), 3L * rows * columns);
  }

  /** Its three gradients: x and gradY for two sums, then for gradX, which it writes. */
  @Benchmark
  public void gradient(Gbytes rate) {
    device()
        .normalisation()
        .batchNormGradient(
            rows, columns, RECTIFIER, gradY, x, y, gamma, mean, invStd, gradX, gradGamma, gradBeta);
    device().synchronize();
    rate.add(device(), 5L * rows * columns);
  }
}
