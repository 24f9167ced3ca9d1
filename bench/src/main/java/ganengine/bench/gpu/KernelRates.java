package ganengine.bench.gpu;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import ganengine.kernels.Gemm;
import ganengine.kernels.OptimiserKernels;
import ganengine.kernels.Precision;
import ganengine.kernels.RandomStream;
import ganengine.kernels.Reduction;
import ganengine.kernels.StridedCopy;
import ganengine.kernels.UnaryFunction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Kernels at DCGAN-64's sizes (batch 128, the layer with 128 channels at 32x32), each as a share of
 * the copy bandwidth or the matrix rate that the same run measured: {@code KernelRates DEVICE
 * PRECISION}. A line of JSON each.
 */
public final class KernelRates {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHANNELS = 128;
  private static final int ROWS = 128 * 32 * 32;
  private static final int SIZE = ROWS * CHANNELS;
  private static final Activation LEAKY = new Activation(Activation.Kind.LEAKY_RELU, 0.2);

  private final Device device;
  private final Timer timer;
  private final Precision precision;
  private double copyBytesPerSecond;
  private double matrixFlopsPerSecond;

  private KernelRates(Device device, Precision precision) {
    this.device = device;
    this.precision = precision;
    this.timer = new Timer(device);
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: KernelRates DEVICE fp32|tf32|bf16");
      System.exit(2);
    }
    Precision precision = Precision.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    try (Device device = Devices.open(arguments[0], new DeviceOptions(0, precision, false))) {
      new KernelRates(device, precision).all();
    }
  }

  private void all() throws IOException {
    limits();
    pointwise();
    normalisation();
    reductions();
    optimiser();
    convolutions();
  }

  /** A copy of 256 MiB, and a square product of 8192 (2048 on a host). */
  private void limits() throws IOException {
    int length = 1 << 26;
    Buffer from = activations(length);
    Buffer to = room(length);
    StridedCopy whole = StridedCopy.of(new int[] {length}, new int[] {1}, 0, new int[] {1}, 0);
    double seconds = timer.seconds(() -> device.layout().copy(whole, from, to));
    copyBytesPerSecond = 2.0 * length * bytes() / seconds;
    print("copy of %d MiB".formatted((length * bytes()) >> 20), seconds, copyBytesPerSecond, 0);
    release(from, to);

    int n = device.name().equals("cuda") ? 8192 : 2048;
    Buffer a = activations(n * n);
    Buffer b = activations(n * n);
    Buffer out = room(n * n);
    Gemm size = new Gemm(1, n, n, n, false, false);
    seconds = timer.seconds(() -> device.matrix().gemm(size, a, b, out));
    matrixFlopsPerSecond = 2.0 * size.multiplyAdds() / seconds;
    print("matrix product of " + n, seconds, 0, matrixFlopsPerSecond);
    release(a, b, out);
  }

  private void pointwise() throws IOException {
    Buffer x = activations(SIZE);
    Buffer g = activations(SIZE);
    Buffer y = room(SIZE);
    Buffer bias = reals(CHANNELS);
    Buffer gradBias = device.allocate(ElementType.REAL, CHANNELS);
    memory("tanh", 2, () -> device.pointwise().unary(UnaryFunction.TANH, 0, 0, x, y));
    memory("leaky ReLU", 2, () -> device.pointwise().unary(UnaryFunction.LEAKY_RELU, 0.2, 0, x, y));
    Broadcast same = Broadcast.same(SIZE);
    memory(
        "leaky ReLU's gradient",
        3,
        () -> device.pointwise().binary(BinaryFunction.LEAKY_RELU_GRADIENT, 0.2, same, g, x, y));
    memory("a + b", 3, () -> device.pointwise().binary(BinaryFunction.ADD, 0, same, g, x, y));
    memory(
        "bias + leaky ReLU",
        2,
        () -> device.fused().biasActivation(ROWS, CHANNELS, LEAKY, x, bias, y));
    memory(
        "bias + leaky ReLU, gradients",
        3,
        () -> device.fused().biasActivationGradient(ROWS, CHANNELS, LEAKY, g, x, y, gradBias));
    release(x, g, y, bias, gradBias);
    Buffer z = device.allocate(ElementType.REAL, SIZE);
    Buffer step = device.allocate(ElementType.INTEGER, 1);
    device.upload(new long[] {1}, 0, 1, step, 0);
    double seconds =
        timer.seconds(() -> device.random().normal(new RandomStream(1, 0), step, 0, 1, z));
    print("normal numbers", seconds, (double) SIZE * Float.BYTES / seconds, 0);
    release(z, step);
  }

  private void normalisation() throws IOException {
    Buffer x = activations(SIZE);
    Buffer y = room(SIZE);
    Buffer g = activations(SIZE);
    Buffer gradX = room(SIZE);
    Buffer gamma = reals(CHANNELS);
    Buffer beta = reals(CHANNELS);
    Buffer mean = reals(CHANNELS);
    Buffer invStd = reals(CHANNELS);
    Buffer gradGamma = reals(CHANNELS);
    Buffer gradBeta = reals(CHANNELS);
    memory(
        "batch norm + leaky ReLU",
        3,
        () ->
            device
                .normalisation()
                .batchNorm(ROWS, CHANNELS, 1e-5, LEAKY, x, gamma, beta, y, mean, invStd));
    memory(
        "batch norm + leaky ReLU, gradients",
        7,
        () ->
            device
                .normalisation()
                .batchNormGradient(
                    ROWS, CHANNELS, LEAKY, g, x, y, gamma, mean, invStd, gradX, gradGamma,
                    gradBeta));
    release(x, y, g, gradX, gamma, beta, mean, invStd, gradGamma, gradBeta);
  }

  private void reductions() throws IOException {
    Buffer x = activations(SIZE);
    Buffer sums = reals(CHANNELS);
    Buffer sum = reals(1);
    memory(
        "sum of channels",
        1,
        () -> device.reduction().sum(new Reduction(1, ROWS, CHANNELS), x, sums));
    memory("sum of all", 1, () -> device.reduction().sum(new Reduction(1, SIZE, 1), x, sum));
    release(x, sums, sum);
  }

  private void optimiser() throws IOException {
    int length = 3_576_704;
    Buffer[] parameters = {reals(length)};
    Buffer[] gradients = {reals(length)};
    Buffer[] first = {reals(length)};
    Buffer[] second = {reals(length)};
    device.pointwise().fill(1, second[0]);
    Buffer rate = reals(1);
    Buffer complement2 = reals(1);
    device.pointwise().fill(1e-3, complement2);
    Buffer step = device.allocate(ElementType.INTEGER, 1);
    device.upload(new long[] {1}, 0, 1, step, 0);
    var constants = new OptimiserKernels.Adam(0.5, 1e-8, 0);
    double seconds =
        timer.seconds(
            () ->
                device
                    .optimiser()
                    .adam(
                        constants, rate, complement2, step, gradients, parameters, first, second));
    print("Adam, 3.6 M weights", seconds, 7.0 * length * Float.BYTES / seconds, 0);
    release(parameters[0], gradients[0], first[0], second[0], rate, complement2, step);
  }

  /** The layer 64 to 128 channels, 32x32 to 16x16, 4x4 of stride 2, batch 128. */
  private void convolutions() throws IOException {
    Convolution size = new Convolution(128, 32, 32, 64, 16, 16, 128, 4, 4, 2, 2, 1, 1, 1, 1, 1);
    Buffer x = activations(size.inputSize());
    Buffer filter = activations(size.filterSize());
    Buffer y = activations(size.outputSize());
    product("convolution", size, () -> device.convolution().forward(size, x, filter, y));
    product(
        "convolution, input gradient",
        size,
        () -> device.convolution().inputGradient(size, y, filter, x));
    product(
        "convolution, filter gradient",
        size,
        () -> device.convolution().filterGradient(size, x, y, filter));
    release(x, filter, y);
  }

  private void product(String name, Convolution size, Runnable kernel) throws IOException {
    double seconds = timer.seconds(kernel);
    print(name, seconds, 0, 2.0 * size.multiplyAdds() / seconds);
  }

  /** A kernel that reads or writes SIZE activations so many times. */
  private void memory(String name, int passes, Runnable kernel) throws IOException {
    double seconds = timer.seconds(kernel);
    print(name, seconds, (double) passes * SIZE * bytes() / seconds, 0);
  }

  private void print(String name, double seconds, double bytesPerSecond, double flopsPerSecond)
      throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kernel", name);
    row.put("precision", precision.name().toLowerCase(Locale.ROOT));
    row.put("microseconds", seconds * 1e6);
    if (bytesPerSecond > 0) {
      row.put("GB_per_s", bytesPerSecond / 1e9);
      row.put("share_of_copy", bytesPerSecond / copyBytesPerSecond);
    } else {
      row.put("TFLOP_per_s", flopsPerSecond / 1e12);
      row.put("share_of_matrix_rate", flopsPerSecond / matrixFlopsPerSecond);
    }
    System.out.println(JSON.writeValueAsString(row));
  }

  private int bytes() {
    return device.activationType() == ElementType.BFLOAT16 ? Short.BYTES : device.realBytes();
  }

  private Buffer room(int length) {
    return device.allocate(device.activationType(), length);
  }

  /** Normal numbers as the device's activations are kept. */
  private Buffer activations(int length) {
    Buffer reals = reals(length);
    Buffer out = room(length);
    device.layout().cast(reals, out);
    device.release(reals);
    return out;
  }

  private Buffer reals(int length) {
    Buffer out = device.allocate(ElementType.REAL, length);
    Buffer step = device.allocate(ElementType.INTEGER, 1);
    device.upload(new long[] {1}, 0, 1, step, 0);
    device.random().normal(new RandomStream(1, 0), step, 0, 1, out);
    device.release(step);
    return out;
  }

  private void release(Buffer... buffers) {
    for (Buffer buffer : buffers) {
      device.release(buffer);
    }
  }
}
