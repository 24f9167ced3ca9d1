package ganengine.engine.check;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.List;

/**
 * One line of the table: a function of some tensors, and where its inputs come from.
 *
 * @param op the name of the op it is a line for, as {@code Op.name()} gives it
 * @param name tells the op's lines apart
 * @param inputs shapes and domains
 * @param body the function
 */
record OpCase(String op, String name, List<Input> inputs, Body body) {
  /** From inputs to outputs; the same at every call. */
  interface Body {
    Tensor[] apply(Tensor... inputs);
  }

  /**
   * One input.
   *
   * @param shape its sizes
   * @param domain where its elements come from
   * @param linear whether the function is linear in it (up to a constant) while the others stay
   */
  record Input(Shape shape, Domain domain, boolean linear) {}

  /** An input in which the function is linear. */
  static Input linear(int... sizes) {
    return new Input(Shape.of(sizes), Domain.between(-1, 1), true);
  }

  /** An input in which the function is curved. */
  static Input curved(Domain domain, int... sizes) {
    return new Input(Shape.of(sizes), domain, false);
  }

  /** Whether central differences are exact, whatever the step: linear in each of up to two. */
  boolean exact() {
    return inputs.stream().allMatch(Input::linear);
  }

  @Override
  public String toString() {
    return op + " / " + name;
  }
}
