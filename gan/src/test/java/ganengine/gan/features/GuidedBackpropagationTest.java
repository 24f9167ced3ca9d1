package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.Sum;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.model.ImageShape;
import ganengine.gan.model.Networks;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GuidedBackpropagationTest {
  private Device device;
  private Scope scope;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  /** Of x = (1, -1) the hidden units are (-1, 7): the first one is off. */
  @Test
  void onlyUnitsThatAreOnPassWhatIsPositive() {
    assertThat(gradient(5, 6)).containsExactly(18, -24);
    assertThat(gradient(-5, 6)).containsExactly(18, -24);
  }

  @Test
  void whatIsNegativeStopsAtTheUnit() {
    assertThat(gradient(5, -6)).containsExactly(0, 0);
  }

  /** Backwards through a leaky ReLU alone: neither its slope nor a unit at 0 lets anything pass. */
  @Test
  void slopesLeakNothing() {
    Tensor input = Tensor.of(Shape.of(1, 4), -1.0, 0, 2, 2);
    Tensor gradOutput = Tensor.of(Shape.of(1, 4), 3.0, 3, 3, -3);
    Tensor gradient = GuidedBackpropagation.gradient(Activation.leakyRelu(0.2), input, gradOutput);
    assertThat(gradient.toDoubles()).containsExactly(new double[] {0, 0, 3, 0}, within(0.0));
  }

  /** A fresh block's branch ends with zeros: nothing comes back through it, all around it. */
  @Test
  void residualBlocksPassOnWhatGoesAroundThem() {
    TrainConfig config =
        Settings.resolve(
            Optional.empty(), Map.of("model", "resnet", "imageSize", "8", "channels", "4"));
    ImageShape image = new ImageShape(8, 1);
    Module network = Networks.discriminator(config, image, 0, new RandomSource(1));
    Sequential front = FeatureLayers.of(network, image.batch(1)).upTo(1);
    Tensor input = new RandomSource(2).normal(image.batch(1), 0, 1);
    Tensor output = front.forward(input, Pass.inference());

    Tensor guided = GuidedBackpropagation.gradient(front, input, Tensor.full(output.shape(), 1));

    double[] plain = Gradients.of(Sum.sum(output), List.of(input)).get(input).toDoubles();
    assertThat(guided.toDoubles()).containsExactly(plain, within(1e-12));
  }

  /** By x = (1, -1), through units with weights (1, 2) and (3, -4), and these of the output. */
  private static double[] gradient(double first, double second) {
    RandomSource none = new RandomSource(0);
    Dense hidden =
        new Dense(2, 2, false, (shape, in, out, random) -> Tensor.of(shape, 1.0, 2, 3, -4), none);
    Dense output =
        new Dense(2, 1, false, (shape, in, out, random) -> Tensor.of(shape, first, second), none);
    Sequential network = Sequential.of(hidden, Activation.leakyRelu(0.2), output);
    Tensor input = Tensor.of(Shape.of(1, 2), 1.0, -1);
    Tensor one = Tensor.full(Shape.of(1, 1), 1);
    return GuidedBackpropagation.gradient(network, input, one).toDoubles();
  }
}
