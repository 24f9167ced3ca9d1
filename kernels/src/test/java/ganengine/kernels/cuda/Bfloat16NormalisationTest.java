package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.NormalisationKernels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Normalisation of bfloat16 activations against that of floats, on every way to tile them. */
@OnCard
class Bfloat16NormalisationTest {
  private static final double EPSILON = 1e-5;

  private static Device device;
  private static NormalisationKernels kernels;

  @BeforeAll
  static void open() {
    device = Devices.open("cuda", DeviceOptions.DEFAULT);
    kernels = device.normalisation();
  }

  @AfterAll
  static void close() {
    device.close();
  }

  @ParameterizedTest
  @CsvSource({"40, 1", "3000, 3", "64, 8", "1500, 24", "33, 1030", "50, 2056"})
  void batchNorm(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 3, 1)
        .reals(columns, 1, 0.1)
        .reals(columns, 0, 1)
        .activationsOut(rows * columns)
        .realsOut(columns)
        .realsOut(columns)
        .assertAlike(
            b ->
                kernels.batchNorm(
                    rows,
                    columns,
                    EPSILON,
                    Activation.leakyRelu(0.2),
                    b[0],
                    b[1],
                    b[2],
                    b[3],
                    b[4],
                    b[5]));
  }

  @ParameterizedTest
  @CsvSource({"40, 1", "3000, 3", "64, 8", "1500, 24", "33, 1030", "50, 2056"})
  void batchNormGradient(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 0, 1)
        .activations(rows * columns, 3, 1)
        .activations(rows * columns, 0, 0.3)
        .reals(columns, 1, 0.1)
        .reals(columns, 3, 0.1)
        .reals(columns, 1, 0.1)
        .activationsOut(rows * columns)
        .realsOut(columns)
        .realsOut(columns)
        .assertAlike(
            b ->
                kernels.batchNormGradient(
                    rows,
                    columns,
                    Activation.TANH,
                    b[0],
                    b[1],
                    b[2],
                    b[3],
                    b[4],
                    b[5],
                    b[6],
                    b[7],
                    b[8]));
  }

  @ParameterizedTest
  @CsvSource({"40, 1", "3000, 3", "64, 8", "33, 1030"})
  void batchNormInference(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 3, 1)
        .reals(columns, 1, 0.1)
        .reals(columns, 0, 1)
        .reals(columns, 3, 0.1)
        .reals(columns, 1, 0.1)
        .activationsOut(rows * columns)
        .assertAlike(
            b ->
                kernels.batchNormInference(
                    rows, columns, EPSILON, b[0], b[1], b[2], b[3], b[4], b[5]));
  }

  @ParameterizedTest
  @CsvSource({"40, 3", "300, 24", "20, 129", "5, 1030", "5, 1032"})
  void layerNorm(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 3, 1)
        .reals(columns, 1, 0.1)
        .reals(columns, 0, 1)
        .activationsOut(rows * columns)
        .realsOut(rows)
        .realsOut(rows)
        .assertAlike(
            b -> kernels.layerNorm(rows, columns, EPSILON, b[0], b[1], b[2], b[3], b[4], b[5]));
  }

  @ParameterizedTest
  @CsvSource({"40, 3", "300, 24", "20, 129", "5, 1030", "5, 1032"})
  void layerNormGradient(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 0, 1)
        .activations(rows * columns, 3, 1)
        .reals(columns, 1, 0.1)
        .reals(rows, 3, 0.1)
        .reals(rows, 1, 0.1)
        .activationsOut(rows * columns)
        .realsOut(columns)
        .realsOut(columns)
        .assertAlike(
            b ->
                kernels.layerNormGradient(
                    rows, columns, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]));
  }

  @ParameterizedTest
  @CsvSource({"40, 3", "300, 24", "5, 1030", "5, 1032"})
  void softmax(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 3, 2)
        .activationsOut(rows * columns)
        .assertAlike(b -> kernels.softmax(rows, columns, b[0], b[1]));
  }

  @ParameterizedTest
  @CsvSource({"40, 3", "300, 24", "5, 1030", "5, 1032"})
  void logSoftmax(int rows, int columns) {
    new MixedCall(device)
        .activations(rows * columns, 3, 2)
        .activationsOut(rows * columns)
        .assertAlike(b -> kernels.logSoftmax(rows, columns, b[0], b[1]));
  }
}
