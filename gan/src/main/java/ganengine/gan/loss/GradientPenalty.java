package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Binary.multiply;
import static ganengine.engine.op.Binary.subtract;

import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * WGAN-GP's penalty (Gulrajani et al. 2017, equation 3): the squared distance of the gradient's
 * length from 1, at random points between real and generated images.
 *
 * @param weight lambda: 10 in the paper, 0.1 for points in the plane
 */
record GradientPenalty(double weight) implements Penalty {
  /** Keeps the root's derivative finite where the gradient is 0. */
  private static final double EPSILON = 1e-12;

  @Override
  public Tensor value(
      Judged real, Judged fake, UnaryOperator<Tensor> discriminator, RandomSource random) {
    Tensor between = between(real.images(), fake.images(), random);
    Tensor squares = Penalty.squaredNorms(new Judged(between, discriminator.apply(between)));
    Tensor lengths = Unary.sqrt(Unary.affine(squares, 1, EPSILON));
    return Unary.affine(Sum.mean(Unary.square(Unary.affine(lengths, 1, -1))), weight, 0);
  }

  /** fake + t (real - fake), with one t in [0, 1) for each example. */
  private static Tensor between(Tensor real, Tensor fake, RandomSource random) {
    int[] sizes = new int[real.shape().rank()];
    Arrays.fill(sizes, 1);
    sizes[0] = real.shape().size(0);
    Tensor share = random.uniform(Shape.of(sizes), 0, 1);
    return add(fake, multiply(share, subtract(real, fake)));
  }
}
