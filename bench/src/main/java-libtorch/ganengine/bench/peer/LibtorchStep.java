package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The training step of {@link PeerStep} in libtorch: images and weights channels last, D's weights
 * frozen while G learns, gradients of the two halves of D's loss taken one after the other, as
 * PyTorch's example does, so that only one half's activations are alive.
 */
final class LibtorchStep {
  private final PeerNetworks networks;
  private final int batch;
  private final boolean autocast;
  private final LibtorchNetwork generator;
  private final LibtorchNetwork discriminator;
  private final LibtorchAdam adamG;
  private final LibtorchAdam adamD;
  private final long[] latentShape;
  private final Tensor ones;
  private final Tensor zeros;
  private Tensor real;
  private Tensor fixedLatents;
  private Tensor lossD;
  private Tensor lossG;

  /**
   * @param batch packs of images a step
   * @param autocast whether convolutions and matrix products run in bfloat16
   */
  LibtorchStep(PeerNetworks networks, int batch, double rate, boolean autocast) {
    this.networks = networks;
    this.batch = batch;
    this.autocast = autocast;
    torch.manual_seed(1);
    generator = LibtorchNetwork.generator(networks);
    discriminator = LibtorchNetwork.discriminator(networks);
    adamG = new LibtorchAdam(generator.parameters(), rate);
    adamD = new LibtorchAdam(discriminator.parameters(), rate);
    int images = batch * networks.packing();
    latentShape = channelsFirst(networks.latents(images).toArray());
    real = packed(LibtorchTensors.uniform(channelsFirst(networks.images(images).toArray())));
    ones = torch.ones(batch);
    zeros = torch.zeros(batch);
    lossD = torch.zeros(1);
    lossG = torch.zeros(1);
  }

  private static long[] channelsFirst(int[] shape) {
    long[] sizes = IntStream.of(shape).asLongStream().toArray();
    return sizes.length == 4 ? new long[] {sizes[0], sizes[3], sizes[1], sizes[2]} : sizes;
  }

  /** Takes over weights, real images and z from {@link PeerStep#export}. */
  void load(Map<String, HostTensor> arrays) {
    generator.load(arrays, "g");
    discriminator.load(arrays, "d");
    real = packed(LibtorchTensors.channelsLast(LibtorchTensors.of(arrays.get("real"))));
    fixedLatents = LibtorchTensors.of(arrays.get("z"));
  }

  /** Updates both networks. */
  void run() {
    try (PointerScope scope = new PointerScope()) {
      Tensor latents = fixedLatents != null ? fixedLatents : torch.randn(latentShape);
      Tensor fake = fake(latents);
      Tensor onReal = learn(real, ones);
      Tensor onFake = learn(fake.detach(), zeros);
      adamD.step();
      keep(lossD, onReal.add(onFake));
      discriminator.train(false);
      for (int i = 0; i < networks.generatorSteps(); i++) {
        if (i > 0) {
          fake.close();
          fake = fake(latents);
        }
        keep(lossG, learn(fake, ones));
        adamG.step();
      }
      discriminator.train(true);
    }
  }

  private Tensor fake(Tensor latents) {
    return cast(() -> packed(generator.forward(latents)));
  }

  /** Adds the gradients of D's loss on these images; the loss. */
  private Tensor learn(Tensor images, Tensor labels) {
    Tensor logits = cast(() -> discriminator.forward(images));
    Tensor loss =
        torch.binary_cross_entropy_with_logits(logits.flatten().to(torch.ScalarType.Float), labels);
    loss.backward();
    return loss;
  }

  private Tensor cast(Supplier<Tensor> work) {
    torch.set_autocast_enabled(torch.DeviceType.CPU, autocast);
    try {
      return work.get();
    } finally {
      torch.clear_cache();
      torch.set_autocast_enabled(torch.DeviceType.CPU, false);
    }
  }

  /** Images i, i + batch, ... side by side in channels. */
  private Tensor packed(Tensor images) {
    if (networks.packing() == 1) {
      return images;
    }
    TensorVector parts = images.split(batch);
    return torch.cat(parts, 1);
  }

  private static void keep(Tensor kept, Tensor loss) {
    try (NoGradGuard guard = new NoGradGuard()) {
      kept.copy_(loss);
    }
  }

  /** The last step's losses, D's and G's. */
  double[] losses() {
    return new double[] {lossD.item_double(), lossG.item_double()};
  }
}
