package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Sum;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.optim.ScheduledNumber;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * R3GAN's values on stacked MNIST (Huang et al. 2024, table 9) as the device holds them, seen by
 * what an update does: batches of 500 make the 2 million images 4000 updates. The rates, constant
 * there, are those of its other data sets.
 */
@SuppressWarnings("try") // Scopes work by being open.
final class BurnInTest {
  private static final TrainConfig CONFIG =
      Settings.resolve(
          Optional.of("stacked-r3gan"),
          Optional.empty(),
          Map.of(
              "batch", 500,
              "rateG", 5e-5,
              "rateGStart", 2e-4,
              "rateD", 5e-5,
              "rateDStart", 2e-4,
              "averageDecay", Math.pow(0.5, 500 / 0.5e6)));

  /** Half-lives of the average in images; all at the beginning, half-way, the end, and after. */
  @ParameterizedTest
  @CsvSource({
    "0, 2e-4, 0.9, 1, 0",
    "2000, 1.25e-4, 0.945, 0.55, 0.25e6",
    "4000, 5e-5, 0.99, 0.1, 0.5e6",
    "9000, 5e-5, 0.99, 0.1, 0.5e6",
  })
  void valuesAreThePublishedOnes(
      long update, double rate, double beta2, double gamma, double halfLife) {
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      Parameter weight = Parameter.trainable("w", Tensor.full(Shape.of(1), 1));
      Map<String, Parameter> network = Map.of("w", weight);
      BurnIn burnIn = new BurnIn(CONFIG);
      for (boolean generator : new boolean[] {true, false}) {
        weight.set(new double[] {1});
        Adam adam = new Adam(network, 1, 0, 0.5);
        MovingAverage average = MovingAverage.of(network, 0.5);
        if (generator) {
          burnIn.generator(adam, average);
        } else {
          burnIn.discriminator(adam);
        }
        adam.steps(update);
        adam.step(Gradients.of(Sum.sum(weight), network.values()));
        assertThat(adam.state().get("adam.v.w").item()).isCloseTo(1 - beta2, within(1e-6));
        // Adam's first step divides by the root of a second moment that forgot nothing yet.
        double root = Math.sqrt((1 - beta2) / (1 - Math.pow(beta2, update + 1.0)));
        assertThat(1 - weight.item()).isCloseTo(rate / root, within(2e-7));
        if (generator) {
          average.updates(update);
          weight.set(new double[] {2});
          average.update();
          double kept = Math.pow(0.5, 500 / halfLife);
          assertThat(average.averages().get("w").item()).isCloseTo(2 - kept, within(1e-6));
        }
      }
      ScheduledNumber factor = burnIn.penaltyFactor().orElseThrow();
      factor.updates(update);
      factor.advance();
      assertThat(CONFIG.penaltyWeight() * factor.value().item()).isCloseTo(gamma, within(1e-6));
    }
  }
}
