package ganengine.bench.peer;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Weights;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Losses;
import ganengine.engine.op.Slice;
import ganengine.engine.optim.Adam;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.StridedCopy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One training step as the peers' scripts do it: D on real and on generated images, D's update, D
 * on the generated images again, G's update, and a second one with images made anew where the
 * networks ask for it; binary cross entropy on logits with labels 1 and 0, Adam with beta1 0.5. D's
 * weights need no gradient in the second half. z is drawn on the device each time, or given once.
 */
final class PeerStep {
  /** A rate at which losses stay healthy while a step is timed. */
  static final double TIMING_RATE = 1e-6;

  private final PeerNetworks networks;
  private final int batch;
  private final Module generator;
  private final Module discriminator;
  private final Adam adamG;
  private final Adam adamD;
  private final RandomSource random;
  private final Tensor real;
  private final Tensor fixedLatents;
  private final Tensor losses = Tensor.full(Shape.of(2), 0);

  /**
   * Everything belongs to the innermost scope. Real images are uniform in [-1, 1], a function of
   * the seed.
   *
   * @param batch packs of real images a step
   * @param fixed whether z is the same at every step, so that losses can be compared
   */
  PeerStep(PeerNetworks networks, int batch, double rate, boolean fixed) {
    this.networks = networks;
    this.batch = batch;
    random = new RandomSource(1);
    generator = networks.generator(random);
    discriminator = networks.discriminator(random);
    adamG = new Adam(generator.state(), rate, 0.5, 0.999);
    adamD = new Adam(discriminator.state(), rate, 0.5, 0.999);
    int images = batch * networks.packing();
    real = random.uniform(networks.images(images), -1, 1);
    fixedLatents = fixed ? random.normal(networks.latents(images), 0, 1) : null;
  }

  /** Updates both networks; nothing is read back. */
  void run() {
    random.nextStep();
    Pass training = Pass.training(random);
    try (Scope step = Scope.open()) {
      Tensor latents = latents();
      Tensor fake = packed(generator.forward(latents, training));
      try (Scope discriminating = Scope.open()) {
        Tensor loss =
            Binary.add(
                Losses.binaryCrossEntropy(discriminator.forward(packed(real), training), 1),
                Losses.binaryCrossEntropy(discriminator.forward(fake, training), 0));
        adamD.step(Gradients.consuming(loss, discriminator.parameters()));
        keep(loss, 0);
      }
      generate(fake, training);
      for (int i = 1; i < networks.generatorSteps(); i++) {
        try (Scope again = Scope.open()) {
          generate(packed(generator.forward(latents, training)), training);
        }
      }
    }
  }

  private void generate(Tensor fake, Pass training) {
    Tensor loss = Losses.binaryCrossEntropy(discriminator.forward(fake, training), 1);
    adamG.step(Gradients.consuming(loss, generator.parameters()));
    keep(loss, 1);
  }

  private Tensor latents() {
    return fixedLatents != null
        ? fixedLatents
        : random.normal(networks.latents(batch * networks.packing()), 0, 1);
  }

  /** [batch, side, side, packing * channels]: images i, i + batch, ... make one pack. */
  private Tensor packed(Tensor images) {
    if (networks.packing() == 1) {
      return images;
    }
    Tensor[] parts = new Tensor[networks.packing()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Slice.slice(images, 0, i * batch, (i + 1) * batch);
    }
    return Concat.concat(-1, parts);
  }

  private void keep(Tensor loss, int at) {
    StridedCopy one = StridedCopy.of(new int[] {1}, new int[] {1}, 0, new int[] {1}, at);
    loss.device().layout().copy(one, loss.buffer(), losses.buffer());
  }

  /** The last step's losses, D's and G's; waits for the device. */
  double[] losses() {
    return losses.toDoubles();
  }

  /** All weights, the real images and the fixed z by name, for the peers' scripts. */
  Map<String, HostTensor> export() {
    Map<String, HostTensor> arrays = new LinkedHashMap<>();
    Weights.save(generator.state()).forEach((name, value) -> arrays.put("g." + name, value));
    Weights.save(discriminator.state()).forEach((name, value) -> arrays.put("d." + name, value));
    arrays.put("real", HostTensor.of(real.shape().toArray(), real.toFloats()));
    arrays.put("z", HostTensor.of(fixedLatents.shape().toArray(), fixedLatents.toFloats()));
    return arrays;
  }
}
