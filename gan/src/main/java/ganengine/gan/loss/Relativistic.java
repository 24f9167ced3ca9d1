package ganengine.gan.loss;

import static ganengine.engine.op.Binary.subtract;
import static ganengine.engine.op.Sum.mean;
import static ganengine.engine.op.Unary.softplus;

import ganengine.engine.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The relativistic pairing loss (Jolicoeur-Martineau 2019; R3GAN, Huang et al. 2024, equation 2):
 * each generated image is compared with a real one, softplus(D(G(z)) - D(x)) for D and the mirror
 * image for G, so that no generated image can hide among others. Alone it need not converge: R1 and
 * R2 go with it.
 */
record Relativistic() implements GanLoss {
  @Override
  public Tensor discriminator(Tensor real, Tensor fake) {
    return mean(softplus(subtract(fake, real)));
  }

  @Override
  public Tensor generator(Tensor fake, Supplier<Tensor> real) {
    return mean(softplus(subtract(real.get(), fake)));
  }
}
