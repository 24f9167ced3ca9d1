package ganengine.gan.loss;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the discriminator pays for being steep in its images, added to its loss. Its value can be
 * differentiated by the weights: that passes through the gradient's own computation.
 */
public interface Penalty {
  /**
   * Images, or packs of them, and what the discriminator said.
   *
   * @param images [batch, ...]
   * @param logits [batch, 1], computed from these images
   */
  record Judged(Tensor images, Tensor logits) {}

  /** The penalty that the configuration names; empty for none. */
  static Optional<Penalty> of(TrainConfig config) {
    double weight = config.penaltyWeight();
    return switch (config.penalty()) {
      case "none" -> Optional.empty();
      case "gp" -> Optional.of(new GradientPenalty(weight));
      case "r1" -> Optional.of(new ZeroCentred(weight, true, false));
      case "r2" -> Optional.of(new ZeroCentred(weight, false, true));
      case "r1r2" -> Optional.of(new ZeroCentred(weight, true, true));
      default -> throw new UserError("unknown penalty '%s'".formatted(config.penalty()));
    };
  }

  /**
   * The penalty, a scalar with its weight in it.
   *
   * @param discriminator images to logits, for a penalty at other places
   * @param random for those places
   */
  Tensor value(Judged real, Judged fake, UnaryOperator<Tensor> discriminator, RandomSource random);

  /**
   * Each example's squared gradient length, over all its numbers: [batch]. Logits of one example
   * must not depend on another.
   */
  static Tensor squaredNorms(Judged judged) {
    Tensor gradient =
        Gradients.differentiable(Sum.sum(judged.logits()), List.of(judged.images()))
            .get(judged.images());
    return Sum.sum(Reshape.flatten(Unary.square(gradient)), false, 1);
  }
}
