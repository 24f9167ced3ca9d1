package ganengine.gan.loss;

import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import java.util.function.Supplier;

/**
 * What the two networks are trained towards, from the discriminator's logits, [batch, 1], which a
 * loss may take as mere scores. Losses are scalars, means over the batch, to be made smaller.
 */
public interface GanLoss {
  /** The loss that the configuration names. */
  static GanLoss of(TrainConfig config) {
    double real = config.labelReal();
    double fake = config.labelFake();
    return switch (config.loss()) {
      case "bce" -> new NonSaturating(real, fake);
      case "minimax" -> new Minimax(real, fake);
      case "wasserstein" -> new Wasserstein();
      case "lsgan" -> new LeastSquares(real, fake);
      case "hinge" -> new Hinge();
      case "relativistic" -> new Relativistic();
      default -> throw new UserError("unknown loss '%s'".formatted(config.loss()));
    };
  }

  /** The discriminator's loss from its logits of real and of generated images. */
  Tensor discriminator(Tensor real, Tensor fake);

  /**
   * The generator's loss.
   *
   * @param fake the discriminator's logits of generated images
   * @param real gives those of real images, for losses that compare; computed only if asked for
   */
  Tensor generator(Tensor fake, Supplier<Tensor> real);

  /** The mean probability that these logits give images of being real; a scalar. */
  default Tensor probability(Tensor logits) {
    return Sum.mean(Unary.sigmoid(logits));
  }
}
