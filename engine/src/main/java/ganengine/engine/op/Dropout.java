package ganengine.engine.op;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Tensor;

/** Dropout (Srivastava et al. 2014), inverted: what stays is scaled up. */
public final class Dropout {
  private Dropout() {}

  /**
   * x with each element zero with probability {@code rate}, else x / (1 - rate). For training only.
   *
   * @param rate at least 0, below 1
   */
  public static Tensor dropout(Tensor x, double rate, RandomSource random) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout's rate is in [0, 1), found " + rate);
    }
    Tensor mask = Unary.below(random.uniform(x.shape(), 0, 1), 1 - rate, 1 / (1 - rate));
    return Binary.multiply(x, mask);
  }
}
