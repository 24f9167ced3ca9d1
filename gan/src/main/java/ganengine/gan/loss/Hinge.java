package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Losses.hingeAbove;
import static ganengine.engine.op.Losses.hingeBelow;
import static ganengine.engine.op.Sum.mean;
import static ganengine.engine.op.Unary.negate;

import ganengine.engine.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The hinge loss (Lim and Ye 2017; Miyato et al. 2018, equations 16 and 17): D's scores are pushed
 * above 1 for real and below -1 for generated images, and no further.
 */
record Hinge() implements GanLoss {
  @Override
  public Tensor discriminator(Tensor real, Tensor fake) {
    return add(hingeAbove(real), hingeBelow(fake));
  }

  @Override
  public Tensor generator(Tensor fake, Supplier<Tensor> real) {
    return negate(mean(fake));
  }
}
