package ganengine.engine.nn;

import static ganengine.engine.op.Binary.divide;
import static ganengine.engine.op.Binary.multiply;

import ganengine.engine.op.Reshape;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.StridedCopy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Spectral normalisation (Miyato et al. 2018, algorithm 1): a linear layer whose weight, as a
 * matrix [out, everything else], is divided by its largest singular value sigma, so that the layer
 * stretches nothing. Each training pass makes one step of the power iteration, from the vector
 * {@code u} [out, 1] where the last one ended; an inference pass uses it as it is. Gradients pass
 * through sigma = u' W v, with u and v held fixed.
 */
public final class SpectralNorm implements FusableLayer {
  private static final double EPSILON = 1e-12;

  private final WeightedLayer layer;
  private final Parameter u;

  /**
   * Wraps a layer; its parameters keep their names.
   *
   * @param random for the first u, which is normal
   */
  public SpectralNorm(WeightedLayer layer, RandomSource random) {
    this.layer = layer;
    this.u =
        Parameter.statistic("u", random.normal(Shape.of(layer.weight().shape().size(0), 1), 0, 1));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass, Activation activation) {
    Tensor matrix = Reshape.flatten(layer.weight());
    Tensor left;
    Tensor right;
    try (Scope fixed = Scope.inference()) {
      right = fixed.keep(unit(Sum.sum(multiply(matrix, u), true, 0)));
      left = fixed.keep(unit(rows(matrix, right)));
    }
    if (pass.training()) {
      move(left);
    }
    Tensor sigma = Sum.sum(multiply(left, rows(matrix, right)));
    return layer.forward(input, divide(layer.weight(), sigma), activation);
  }

  /**
   * The matrix times a vector [1, columns]: [rows, 1]. Not by a matrix product, which some devices
   * round to few digits.
   */
  private static Tensor rows(Tensor matrix, Tensor vector) {
    return Sum.sum(multiply(matrix, vector), true, 1);
  }

  /** A vector brought to length 1; a zero stays one. */
  private static Tensor unit(Tensor vector) {
    Tensor squares = Sum.sum(Unary.square(vector));
    return divide(vector, Unary.sqrt(Unary.affine(squares, 1, EPSILON)));
  }

  private void move(Tensor to) {
    if (Scope.current().computing()) {
      int[] size = {u.shape().elements()};
      int[] stride = {1};
      u.device().layout().copy(StridedCopy.of(size, stride, 0, stride, 0), to.buffer(), u.buffer());
    }
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>(layer.state());
    state.put("u", u);
    return state;
  }

  @Override
  public String describe() {
    return "spectral_norm of " + layer.describe();
  }

  @Override
  public long multiplyAdds(Shape input) {
    return layer.multiplyAdds(input);
  }
}
