package ganengine.bench;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.UnaryFunction;
import org.openjdk.jmh.annotations.Benchmark;

/** Activations and their gradients on 28 x 28 x 64 numbers an image. */
public class ActivationBenchmark extends DeviceBenchmark {
  private static final int IMAGE = 28 * 28 * 64;
  private static final double LEAK = 0.2;

  private int size;
  private Buffer x;
  private Buffer gradient;
  private Buffer out;

  @Override
  void operands() {
    size = batch() * IMAGE;
    x = operand(size);
    gradient = operand(size);
    out = output(size);
  }

  /** x if positive, else a fifth of it. */
  @Benchmark
  public void leakyRelu(Gbytes rate) {
    unary(UnaryFunction.LEAKY_RELU, LEAK, rate);
  }

  /** Its gradient. */
  @Benchmark
  public void leakyReluGradient(Gbytes rate) {
    binary(BinaryFunction.LEAKY_RELU_GRADIENT, LEAK, rate);
  }

  /** Hyperbolic tangent. */
  @Benchmark
  public void tanh(Gbytes rate) {
    unary(UnaryFunction.TANH, 0, rate);
  }

  /** Its gradient. */
  @Benchmark
  public void tanhGradient(Gbytes rate) {
    binary(BinaryFunction.TANH_GRADIENT, 0, rate);
  }

  private void unary(UnaryFunction function, double p, Gbytes rate) {
    device().pointwise().unary(function, p, 0, x, out);
    device().synchronize();
    rate.add(device(), 2L * size);
  }

  private void binary(BinaryFunction function, double p, Gbytes rate) {
    device().pointwise().binary(function, p, Broadcast.same(size), gradient, x, out);
    device().synchronize();
    rate.add(device(), 3L * size);
  }
}
