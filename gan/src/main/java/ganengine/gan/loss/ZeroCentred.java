package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;

import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * R1 and R2 (Mescheder et al. 2018, equations 9 and 10): gamma / 2 times the mean squared length of
 * the gradient, at real images, at generated ones, or both added.
 *
 * @param gamma 10 in the paper; 1 falling to 0.1 in R3GAN
 * @param atReal R1
 * @param atFake R2
 */
record ZeroCentred(double gamma, boolean atReal, boolean atFake) implements Penalty {
  @Override
  public Tensor value(
      Judged real, Judged fake, UnaryOperator<Tensor> discriminator, RandomSource random) {
    if (!atFake) {
      return term(real);
    }
    return atReal ? add(term(real), term(fake)) : term(fake);
  }

  private Tensor term(Judged judged) {
    return Unary.affine(Sum.mean(Penalty.squaredNorms(judged)), gamma / 2, 0);
  }
}
