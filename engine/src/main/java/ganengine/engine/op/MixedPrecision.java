package ganengine.engine.op;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.ElementType;

/**
 * Training with bfloat16 activations and filters and REAL master weights, statistics and losses
 * (Micikevicius et al. 2018, with bfloat16 in place of half precision, whose range needs no loss
 * scaling: Kalamkar et al. 2019). Casts are ops like any other, so that gradients pass back through
 * them: a weight's gradient comes out as what the weight is.
 */
final class MixedPrecision {
  private MixedPrecision() {}

  /**
   * An op's inputs as the types that it takes: of a product, all activations as the device's
   * activation type; else all as BFLOAT16 if one is; what is no activation as REAL.
   */
  static Tensor[] operands(Op op, Tensor... given) {
    ElementType own = Scope.current().device().activationType();
    if (own == ElementType.REAL || op instanceof Cast) {
      return given;
    }
    ElementType activations = op.isProduct() ? own : ElementType.REAL;
    for (int i = 0; i < given.length; i++) {
      if (op.isActivation(i) && given[i].type() == ElementType.BFLOAT16) {
        activations = ElementType.BFLOAT16;
      }
    }
    Tensor[] operands = new Tensor[given.length];
    for (int i = 0; i < given.length; i++) {
      operands[i] = Cast.to(op.isActivation(i) ? activations : ElementType.REAL, given[i]);
    }
    return operands;
  }
}
