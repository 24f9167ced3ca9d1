package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch norm's two faces, by hand: two channels, four rows. */
@SuppressWarnings("try") // Scopes work by being open.
class BatchNormTest {
  private static final double[] BATCH = {1, 10, 3, 10, 5, 30, 7, 30};
  private static final double[] MEANS = {4, 20};
  private static final double[] VARIANCES = {5, 100};

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void trainingUsesTheBatchAndMovesTheRunningStatistics(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      BatchNorm norm = new BatchNorm(2);
      Tensor x = Tensor.of(Shape.of(1, 2, 2, 2), BATCH);
      Tensor y = norm.forward(x, Pass.training(null));
      double[] expected = new double[8];
      for (int i = 0; i < 8; i++) {
        expected[i] = (BATCH[i] - MEANS[i % 2]) / Math.sqrt(VARIANCES[i % 2] + 1e-5);
      }
      assertThat(y.toDoubles()).containsExactly(expected, within(1e-5));

      // Unbiased: 4 / 3 of the batch's variance.
      assertStatistics(norm, 0.4, 2, 0.9 + 0.1 * 20 / 3, 0.9 + 0.1 * 400 / 3);
      norm.forward(x, Pass.training(null));
      assertStatistics(norm, 0.76, 3.8, 0.81 + 0.19 * 20 / 3, 0.81 + 0.19 * 400 / 3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void inferenceUsesTheRunningStatisticsAndLeavesThem(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      BatchNorm norm = new BatchNorm(2, 0.1, 1, Initialiser.constant(2), null);
      norm.state().get("beta").set(new double[] {0, 5});
      norm.state().get("runningMean").set(new double[] {1, 2});
      norm.state().get("runningVariance").set(new double[] {3, 8});
      Tensor y = norm.forward(Tensor.of(Shape.of(2, 2), 2.0, 2, 1, 5), Pass.inference());
      assertThat(y.toDoubles()).containsExactly(new double[] {1, 5, 0, 7}, within(1e-6));
      assertStatistics(norm, 1, 2, 3, 8);
    }
  }

  private static void assertStatistics(BatchNorm norm, double... meansAndVariances) {
    double[] mean = norm.state().get("runningMean").toDoubles();
    double[] variance = norm.state().get("runningVariance").toDoubles();
    assertThat(new double[] {mean[0], mean[1], variance[0], variance[1]})
        .containsExactly(meansAndVariances, within(1e-4));
    assertThat(norm.parameters()).hasSize(2);
  }
}
