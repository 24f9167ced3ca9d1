package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;

import ganengine.engine.op.Losses;
import ganengine.engine.tensor.Tensor;

/**
 * The non-saturating GAN loss (Goodfellow et al. 2014, section 3): binary cross entropy on logits;
 * the generator maximises log D(G(z)) instead of minimising log(1 - D(G(z))), so that its gradient
 * does not vanish while D still wins.
 *
 * @param labelReal what D is taught to say of real images; 0.9 is one-sided label smoothing
 *     (Salimans et al. 2016), 1 is none
 */
public record NonSaturating(double labelReal) {
  /**
   * The discriminator's loss from its logits of real and generated images, [batch, 1] each; a
   * scalar.
   */
  public Tensor discriminator(Tensor real, Tensor fake) {
    return add(towards(real, labelReal), towards(fake, 0));
  }

  /** The generator's loss from the discriminator's logits of its images, [batch, 1]; a scalar. */
  public Tensor generator(Tensor fake) {
    return towards(fake, 1);
  }

  private static Tensor towards(Tensor logits, double label) {
    return Losses.binaryCrossEntropy(logits, label);
  }
}
