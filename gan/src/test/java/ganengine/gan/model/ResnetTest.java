package ganengine.gan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.loss.Penalty;
import ganengine.gan.loss.Penalty.Judged;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R3GAN's networks: as large as published, quiet at first, right in second order. */
@SuppressWarnings("try") // Scopes work by being open.
final class ResnetTest {
  private static final double STEP = 1e-6;

  private static TrainConfig config(int channels, int side) {
    return Settings.resolve(
        Optional.of("stacked-r3gan"),
        Optional.empty(),
        Map.of("channels", channels, "imageSize", side));
  }

  private static Networks networks(int channels, int side) {
    return Networks.create(config(channels, side), new ImageShape(side, 3), 0, new RandomSource(5));
  }

  /** Huang et al. 2024, table 9: 20.73 and 20.68 million. */
  @Test
  void thePapersWidthGivesThePapersNumbersOfParameters() {
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      Networks networks = networks(768, 32);
      assertThat(count(networks.generator())).isEqualTo(20_732_160);
      assertThat(count(networks.discriminator())).isEqualTo(20_683_776);
    }
  }

  private static int count(Module network) {
    return network.parameters().stream().mapToInt(p -> p.shape().elements()).sum();
  }

  @Test
  void blocksBeginAsTheIdentity() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(5);
      Module block = new ResidualBlock(8, 6, new DiscriminatorStyle("none", false), random);
      Tensor x = random.normal(Shape.of(2, 4, 4, 8), 0, 1);
      assertThat(block.forward(x, Pass.training(random)).toDoubles()).isEqualTo(x.toDoubles());
    }
  }

  /**
   * The weights' gradient of R1 + R2, which passes through the gradient by the images: without
   * groups and with two.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 16})
  void penaltiesGradientIsThatOfFiniteDifferences(int channels) {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Module judge = networks(channels, 8).discriminator();
      Random values = new Random(7);
      for (Parameter parameter : judge.parameters()) {
        parameter.set(values.doubles(parameter.shape().elements(), -0.5, 0.5).toArray());
      }
      RandomSource random = new RandomSource(9);
      Tensor real = random.normal(Shape.of(2, 8, 8, 3), 0, 1);
      Tensor fake = random.normal(Shape.of(2, 8, 8, 3), 0, 1);
      Penalty penalty = Penalty.of(config(channels, 8)).orElseThrow();
      Gradients gradients = Gradients.of(value(penalty, judge, real, fake), judge.parameters());
      for (Parameter parameter : judge.parameters()) {
        double[] weights = parameter.toDoubles();
        double[] gradient = gradients.get(parameter).toDoubles();
        double scale = 1;
        for (double each : gradient) {
          scale = Math.max(scale, Math.abs(each));
        }
        for (int i = 0; i < weights.length; i += 1 + weights.length / 2) {
          double kept = weights[i];
          double above = moved(parameter, weights, i, kept + STEP, penalty, judge, real, fake);
          double below = moved(parameter, weights, i, kept - STEP, penalty, judge, real, fake);
          moved(parameter, weights, i, kept, penalty, judge, real, fake);
          assertThat(gradient[i])
              .as(parameter.name() + " " + parameter.shape() + " " + i)
              .isCloseTo((above - below) / (2 * STEP), within(1e-5 * scale));
        }
      }
    }
  }

  private static double moved(
      Parameter parameter,
      double[] weights,
      int index,
      double weight,
      Penalty penalty,
      Module judge,
      Tensor real,
      Tensor fake) {
    weights[index] = weight;
    parameter.set(weights);
    try (Scope step = Scope.open()) {
      return value(penalty, judge, real, fake).item();
    }
  }

  private static Tensor value(Penalty penalty, Module judge, Tensor real, Tensor fake) {
    return penalty.value(judged(judge, real), judged(judge, fake), null, null);
  }

  private static Judged judged(Module judge, Tensor images) {
    Tensor leaf = images.view(images.shape());
    return new Judged(leaf, judge.forward(leaf, Pass.inference()));
  }
}
