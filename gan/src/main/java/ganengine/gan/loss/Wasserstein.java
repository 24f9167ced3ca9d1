package ganengine.gan.loss;

import static ganengine.engine.op.Binary.subtract;
import static ganengine.engine.op.Sum.mean;
import static ganengine.engine.op.Unary.negate;

import ganengine.engine.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The Wasserstein loss (Arjovsky et al. 2017, algorithm 1): the critic's scores of generated images
 * minus those of real ones. The negative of its loss estimates the distance of the two, up to the
 * critic's steepness, which clipping or a penalty must limit.
 */
record Wasserstein() implements GanLoss {
  @Override
  public Tensor discriminator(Tensor real, Tensor fake) {
    return subtract(mean(fake), mean(real));
  }

  @Override
  public Tensor generator(Tensor fake, Supplier<Tensor> real) {
    return negate(mean(fake));
  }
}
