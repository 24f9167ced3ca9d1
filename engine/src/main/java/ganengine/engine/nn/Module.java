package ganengine.engine.nn;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A layer or a network: a function of one tensor with parameters of its own, which belong to the
 * scope it was made in.
 */
public interface Module {
  /**
   * The output for a batch.
   *
   * @param input [batch, ...]
   * @throws ganengine.engine.tensor.ShapeException if the input does not fit
   */
  Tensor forward(Tensor input, Pass pass);

  /**
   * All parameters and running statistics by dotted name, in the order of their definition; none by
   * default.
   */
  default Map<String, Parameter> state() {
    return Map.of();
  }

  /** The parameters that an optimiser trains. */
  default List<Parameter> parameters() {
    return state().values().stream().filter(Parameter::trainable).toList();
  }

  /** The parts it runs one after another, by name; empty if it is a single layer. */
  default Map<String, Module> children() {
    return Map.of();
  }

  /**
   * The shape of the output for an input of this shape, by the ops' own rules; no number is
   * computed. A module that does more in inference than run ops on its input and parameters (draws
   * random numbers, say) overrides this.
   *
   * @throws ganengine.engine.tensor.ShapeException if the input does not fit
   */
  @SuppressWarnings("try") // The scope works by being open.
  default Shape outputShape(Shape input) {
    try (Scope shapes = Scope.shapesOnly()) {
      return forward(Tensor.allocate(input), Pass.inference()).shape();
    }
  }

  /** What it is, in a few words: {@code dense 2 -> 16}. */
  String describe();

  /** Multiply-adds of matrix products and convolutions in a forward pass of such an input. */
  default long multiplyAdds(Shape input) {
    return 0;
  }
}
