package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Binary;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Losses;
import ganengine.engine.optim.Adam;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.Test;

/** How much a DCGAN's training step has live at once, counted in bytes by the device. */
@SuppressWarnings("try") // Scopes work by being open.
class StepMemoryTest {
  private static final int BATCH = 16;
  private static final int WIDTH = 16;

  @Test
  void aLayerKeepsWhatItsActivationGaveAlone() {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(1);
      Sequential layers =
          Sequential.of(conv(3, WIDTH, random), Activation.leakyRelu(0.2), new Flatten());
      Tensor images = random.uniform(Shape.of(BATCH, 32, 32, 3), -1, 1);
      long before = device.memory().liveBytes();
      Tensor y = layers.forward(images, Pass.training(random));

      assertThat(device.memory().liveBytes() - before).isEqualTo(bytes(y.shape().elements()));
      assertThat(y.node()).isPresent();
    }
  }

  /**
   * Live before the gradients: weights, two moments each, what the layers keep, and what small
   * tensors take. While gradients pass back, what they need must fit where results were, but for
   * the weights' gradients, which outlive them, and one gradient of the widest result.
   */
  @Test
  void gradientsLieWhereResultsLay() {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      RandomSource random = new RandomSource(1);
      Sequential discriminator =
          Sequential.of(
              conv(3, WIDTH, random),
              Activation.leakyRelu(0.2),
              conv(WIDTH, 2 * WIDTH, random),
              new BatchNorm(2 * WIDTH),
              Activation.leakyRelu(0.2),
              conv(2 * WIDTH, 4 * WIDTH, random),
              new BatchNorm(4 * WIDTH),
              Activation.leakyRelu(0.2),
              new Conv2d(4 * WIDTH, 1, 4, ConvSpec.of(1, 0), random));
      Adam adam = new Adam(discriminator.state(), 1e-4);
      Tensor real = random.uniform(Shape.of(BATCH, 32, 32, 3), -1, 1);
      Tensor fake = random.uniform(Shape.of(BATCH, 32, 32, 3), -1, 1);
      long before = device.memory().liveBytes();
      step(discriminator, adam, real, fake, random);

      long weights = 0;
      for (Parameter parameter : discriminator.parameters()) {
        weights += parameter.shape().elements();
      }
      long widest = BATCH * 16 * 16 * WIDTH;
      // Each level has half the one above; below the first, a convolution and a batch norm.
      long kept = 2 * (widest + 2 * widest / 2 + 2 * widest / 4);
      assertThat(device.memory().peakBytes() - before)
          .isBetween(bytes(kept), bytes(kept + weights + widest) + 64 * 1024);
    }
  }

  private static void step(
      Sequential discriminator, Adam adam, Tensor real, Tensor fake, RandomSource random) {
    Pass training = Pass.training(random);
    try (Scope step = Scope.open()) {
      Tensor loss =
          Binary.add(
              Losses.binaryCrossEntropy(discriminator.forward(real, training), 1),
              Losses.binaryCrossEntropy(discriminator.forward(fake, training), 0));
      adam.step(Gradients.consuming(loss, discriminator.parameters()));
    }
  }

  private static Conv2d conv(int in, int out, RandomSource random) {
    return new Conv2d(in, out, 4, ConvSpec.of(2, 1), false, Initialiser.dcgan(), random);
  }

  private static long bytes(long floats) {
    return floats * Float.BYTES;
  }
}
