package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Losses.binaryCrossEntropy;

import ganengine.engine.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The non-saturating GAN loss (Goodfellow et al. 2014, section 3): binary cross entropy on logits;
 * the generator maximises log D(G(z)) instead of minimising log(1 - D(G(z))), so that its gradient
 * does not vanish while D still wins.
 *
 * @param labelReal what D is taught to say of real images; 0.9 is one-sided label smoothing
 *     (Salimans et al. 2016), 1 is none
 * @param labelFake what D is taught to say of generated images; 0 as a rule
 */
record NonSaturating(double labelReal, double labelFake) implements GanLoss {
  @Override
  public Tensor discriminator(Tensor real, Tensor fake) {
    return add(binaryCrossEntropy(real, labelReal), binaryCrossEntropy(fake, labelFake));
  }

  @Override
  public Tensor generator(Tensor fake, Supplier<Tensor> real) {
    return binaryCrossEntropy(fake, 1);
  }
}
