package ganengine.engine.nn;

import ganengine.engine.op.BiasActivation;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a linear layer: a weight and, if wanted, a bias over the last axis. */
final class WeightAndBias {
  private final Parameter weight;
  private final Map<String, Parameter> state = new LinkedHashMap<>();

  /**
   * @param outputs size of the bias, which begins at 0; 0 for none
   */
  WeightAndBias(Tensor weight, int outputs) {
    this.weight = Parameter.trainable("weight", weight);
    state.put("weight", this.weight);
    if (outputs > 0) {
      state.put("bias", Parameter.trainable("bias", Tensor.full(Shape.of(outputs), 0)));
    }
  }

  Parameter weight() {
    return weight;
  }

  Map<String, Parameter> state() {
    return state;
  }

  /**
   * activation(product + bias), with the bias if there is one. The product, which nobody else has,
   * is given back: gradients go by what the activation gave.
   */
  Tensor biasActivation(Tensor product, Activation activation) {
    Parameter bias = state.get("bias");
    Tensor y =
        bias == null
            ? Unary.activation(product, activation)
            : BiasActivation.biasActivation(product, bias, activation);
    if (!y.sharesMemoryWith(product)) {
      Scope.releaseEarly(product);
    }
    return y;
  }

  String describeBias() {
    return state.containsKey("bias") ? "" : ", no bias";
  }
}
