package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.FusedKernels;
import ganengine.kernels.OnDevice;
import ganengine.kernels.RandomStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fused kernels and random numbers in bfloat16 against those in float. */
@OnCard
class Bfloat16FusedTest {
  private static Device device;
  private static FusedKernels kernels;

  @BeforeAll
  static void open() {
    device = Devices.open("cuda", DeviceOptions.DEFAULT);
    kernels = device.fused();
  }

  @AfterAll
  static void close() {
    device.close();
  }

  @ParameterizedTest
  @CsvSource({"40, 1", "3000, 3", "64, 8", "33, 1030"})
  void biasActivation(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 0, 1)
        .reals(columns, 0, 1)
        .activationsOut(rows * columns)
        .assertAlike(
            b -> kernels.biasActivation(rows, columns, Activation.SIGMOID, b[0], b[1], b[2]));
  }

  @ParameterizedTest
  @CsvSource({"40, 1", "3000, 3", "64, 8", "33, 1030"})
  void biasActivationGradient(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 0, 1)
        .activations(rows * columns, 0, 0.3)
        .activationsOut(rows * columns)
        .realsOut(columns)
        .assertAlike(
            b ->
                kernels.biasActivationGradient(
                    rows, columns, Activation.TANH, b[0], b[1], b[2], b[3]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 20_003})
  void binaryCrossEntropy(int n) {
    new MixedCall(device)
        .activations(n, 0, 2)
        .realsOut(1)
        .activationsOut(n)
        .assertAlike(b -> kernels.binaryCrossEntropy(n, 0.9, b[0], b[1], b[2]));
  }

  @ParameterizedTest
  @CsvSource({"40, 3", "300, 24", "5, 1030"})
  void crossEntropy(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 3, 2)
        .activations(rows * columns, 0.5, 0.1)
        .realsOut(1)
        .activationsOut(rows * columns)
        .assertAlike(b -> kernels.crossEntropy(rows, columns, b[0], b[1], b[2], b[3]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 10_001})
  void randomNumbers(int count) {
    var step = OnDevice.integers(device, 5);
    var stream = new RandomStream(11, 2);
    new MixedCall(device)
        .activationsOut(count)
        .activationsOut(count)
        .assertAlike(
            b -> {
              device.random().uniform(stream, step, -2, 3, b[0]);
              device.random().normal(stream, step, 0.5, 2, b[1]);
            });
    device.release(step);
  }
}
