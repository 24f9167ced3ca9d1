package ganengine.gan.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.Settings;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each loss at hand-computed logits: real 2 and -1, generated 0.5 and -3. */
final class GanLossTest {
  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  private static double mean(double a, double b) {
    return (a + b) / 2;
  }

  private static double[] expected(String loss) {
    double sureReal = mean(softplus(-2), softplus(1));
    double sureFake = mean(softplus(0.5), softplus(-3));
    return switch (loss) {
      case "bce" -> new double[] {sureReal + sureFake, mean(softplus(-0.5), softplus(3))};
      case "minimax" -> new double[] {sureReal + sureFake, -sureFake};
      case "wasserstein" -> new double[] {-1.25 - 0.5, 1.25};
      case "lsgan" -> new double[] {(mean(1, 4) + mean(0.25, 9)) / 2, mean(0.25, 16) / 2};
      case "hinge" -> new double[] {mean(0, 2) + mean(1.5, 0), 1.25};
      default ->
          new double[] {mean(softplus(-1.5), softplus(-2)), mean(softplus(1.5), softplus(2))};
    };
  }

  @ParameterizedTest
  @CsvSource({"bce", "minimax", "wasserstein", "lsgan", "hinge", "relativistic"})
  void values(String name) {
    GanLoss loss =
        GanLoss.of(Settings.resolve(Optional.empty(), Map.of("loss", name, "labelReal", "1")));
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Tensor real = Tensor.of(Shape.of(2, 1), 2.0, -1.0);
      Tensor fake = Tensor.of(Shape.of(2, 1), 0.5, -3.0);
      double[] expected = expected(name);
      assertThat(loss.discriminator(real, fake).item()).isCloseTo(expected[0], within(1e-12));
      assertThat(loss.generator(fake, () -> real).item()).isCloseTo(expected[1], within(1e-12));
      assertThat(loss.probability(real).item()).isBetween(0.0, 1.0);
      scope.release(real);
    }
  }
}
