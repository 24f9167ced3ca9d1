package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Losses.meanSquaredError;
import static ganengine.engine.op.Unary.affine;

import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The least-squares GAN loss (Mao et al. 2017, equation 9, a = 0, b = c = 1): half the mean square
 * of what D's score is off its label.
 *
 * @param labelReal b: what D is to say of real images
 * @param labelFake a: what D is to say of generated ones
 */
record LeastSquares(double labelReal, double labelFake) implements GanLoss {
  @Override
  public Tensor discriminator(Tensor real, Tensor fake) {
    return add(half(real, labelReal), half(fake, labelFake));
  }

  @Override
  public Tensor generator(Tensor fake, Supplier<Tensor> real) {
    return half(fake, 1);
  }

  /** Scores are probabilities themselves, as far as they lie in [0, 1]. */
  @Override
  public Tensor probability(Tensor logits) {
    return Sum.mean(Unary.clamp(logits, 0, 1));
  }

  private static Tensor half(Tensor scores, double label) {
    return affine(meanSquaredError(scores, label), 0.5, 0);
  }
}
