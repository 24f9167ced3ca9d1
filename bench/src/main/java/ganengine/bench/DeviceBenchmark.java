package ganengine.bench;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What all benchmarks share: how long they run, the device, operands on it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsPrepend = {"--add-modules", "jdk.incubator.vector"})
public abstract class DeviceBenchmark {
  private static final int BATCH = 64;

  /** Which device computes. */
  @Param({"cpu", "reference"})
  public String device;

  /** CPU threads that it computes with; 0 for as many as there are processors. */
  @Param("0")
  public int threads;

  private final Random random = new Random(1);
  private Device opened;

  /** Opens the device, then makes the operands. */
  @Setup(Level.Trial)
  public void open() {
    opened = Devices.open(device, new DeviceOptions(threads));
    operands();
  }

  /** Makes on the open device whatever the benchmark works on. */
  abstract void operands();

  /** Closes it. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }

  final Device device() {
    return opened;
  }

  /** Images in a batch: one on the reference device, which is slow. */
  final int batch() {
    return device.equals("reference") ? 1 : BATCH;
  }

  /** A buffer of reals for a kernel to write. */
  final Buffer output(int length) {
    return opened.allocate(ElementType.REAL, length);
  }

  /** A buffer of reals, uniform in [-1, 1). */
  final Buffer operand(int length) {
    return uniform(length, -1);
  }

  /** A buffer of reals, uniform in [0.5, 2.5): for what has to be positive. */
  final Buffer positive(int length) {
    return uniform(length, 0.5);
  }

  private Buffer uniform(int length, double from) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = from + 2 * random.nextDouble();
    }
    Buffer buffer = output(length);
    opened.upload(values, 0, length, buffer, 0);
    return buffer;
  }
}
