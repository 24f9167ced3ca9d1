package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The words of shape errors: op, all shapes and attributes, what is wrong, and a hint. */
final class ShapeRule {
  private ShapeRule() {}

  /**
   * The error to throw.
   *
   * @param given all shapes and attributes: {@code input [2, 3], filter [4, 5]}
   * @param wrong what was expected and what was found
   * @param hint what to do about it
   */
  static ShapeException error(String op, String given, String wrong, String hint) {
    return new ShapeException("op %s: %s: %s; hint: %s".formatted(op, given, wrong, hint));
  }

  /** Demands this rank of an input called {@code role}. */
  static void rank(String op, String given, String role, Tensor input, int rank, String axes) {
    if (input.shape().rank() != rank) {
      throw error(
          op,
          given,
          "the %s has rank %d, expected %d".formatted(role, input.shape().rank(), rank),
          "the " + role + " is " + axes);
    }
  }

  /** {@code [2, 3] and [4]}. */
  static String shapes(Tensor... inputs) {
    return Arrays.stream(inputs)
        .map(input -> input.shape().toString())
        .collect(Collectors.joining(" and "));
  }

  /** An axis counted from the front. */
  static int axis(String op, Shape shape, int axis) {
    int fromFront = axis < 0 ? axis + shape.rank() : axis;
    if (fromFront < 0 || fromFront >= shape.rank()) {
      throw error(
          op,
          "input " + shape + ", axis " + axis,
          "the input has %d axes".formatted(shape.rank()),
          "axes count from 0, or from -1 at the end");
    }
    return fromFront;
  }
}
