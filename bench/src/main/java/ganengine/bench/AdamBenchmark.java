package ganengine.bench;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.OptimiserKernels;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;

/** One Adam step over the weights of DCGAN-28's generator. */
public class AdamBenchmark extends DeviceBenchmark {
  private static final OptimiserKernels.Adam CONSTANTS = new OptimiserKernels.Adam(0.5, 1e-8, 0);

  /** Projection, two batch norms, two transposed convolutions and the last bias. */
  private static final int[] SIZES = {
    100 * 7 * 7 * 128, 128, 128, 128 * 4 * 4 * 64, 64, 64, 64 * 4 * 4, 1
  };

  private Buffer rate;
  private Buffer complement2;
  private Buffer step;
  private Buffer[] gradients;
  private Buffer[] parameters;
  private Buffer[] firstMoments;
  private Buffer[] secondMoments;

  @Override
  void operands() {
    rate = output(1);
    device().upload(new double[] {2e-4}, 0, 1, rate, 0);
    complement2 = output(1);
    device().upload(new double[] {1e-3}, 0, 1, complement2, 0);
    step = device().allocate(ElementType.INTEGER, 1);
    device().upload(new long[] {1000}, 0, 1, step, 0);
    gradients = each(this::operand);
    parameters = each(this::operand);
    firstMoments = each(this::operand);
    secondMoments = each(this::positive);
  }

  private static Buffer[] each(IntFunction<Buffer> maker) {
    return Arrays.stream(SIZES).mapToObj(maker).toArray(Buffer[]::new);
  }

  /** Reads gradient, parameter and two moments, writes the last three. */
  @Benchmark
  public void adam(Gbytes moved) {
    device()
        .optimiser()
        .adam(
            CONSTANTS, rate, complement2, step, gradients, parameters, firstMoments, secondMoments);
    device().synchronize();
    moved.add(device(), 7L * Arrays.stream(SIZES).sum());
  }
}
