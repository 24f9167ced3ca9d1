package ganengine.engine.nn;

import ganengine.engine.tensor.Tensor;

/**
 * In a training pass each element is 0 with probability {@code rate}, else scaled by 1 / (1 -
 * rate); in inference nothing changes (Srivastava et al. 2014, inverted).
 *
 * @param rate at least 0, below 1
 */
public record Dropout(double rate) implements Module {
  /** Checks the rate. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout's rate is in [0, 1), found " + rate);
    }
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return pass.training()
        ? ganengine.engine.op.Dropout.dropout(input, rate, pass.random())
        : input;
  }

  @Override
  public String describe() {
    return "dropout " + rate;
  }
}
