package ganengine.bench;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.OptimiserKernels;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** One Adam step over a generator's weights. */
public class AdamBenchmark extends DeviceBenchmark {
  private static final OptimiserKernels.Adam CONSTANTS = new OptimiserKernels.Adam(0.5, 1e-8, 0);

  /** Whose weights. */
  public enum Network {
    /** Projection, two batch norms, two transposed convolutions and the last bias. */
    DCGAN_28(100 * 7 * 7 * 128, 128, 128, 128 * 4 * 4 * 64, 64, 64, 64 * 4 * 4, 1),
    /** Five transposed convolutions, four batch norms. */
    DCGAN_64(
        100 * 4 * 4 * 512,
        512,
        512,
        512 * 4 * 4 * 256,
        256,
        256,
        256 * 4 * 4 * 128,
        128,
        128,
        128 * 4 * 4 * 64,
        64,
        64,
        64 * 4 * 4 * 3);

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to it.
    private final int[] sizes;

    Network(int... sizes) {
      this.sizes = sizes;
    }

    /** Its size for people. */
    public String words() {
      return String.format(Locale.ROOT, "%,d parameters", Arrays.stream(sizes).sum());
    }
  }

  /** Which network. */
  @Param public Network network;

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

  private Buffer[] each(IntFunction<Buffer> maker) {
    return Arrays.stream(network.sizes).mapToObj(maker).toArray(Buffer[]::new);
  }

  /** Reads gradient, parameter and two moments, writes the last three. */
  @Benchmark
  public void adam(Gbytes moved) {
    device()
        .optimiser()
        .adam(
            CONSTANTS, rate, complement2, step, gradients, parameters, firstMoments, secondMoments);
    device().synchronize();
    moved.add(device(), 7L * Arrays.stream(network.sizes).sum());
  }
}
