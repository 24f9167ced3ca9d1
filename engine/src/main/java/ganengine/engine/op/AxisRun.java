package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.kernels.Reduction;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring axes [first, end) of a shape, which one reduction takes together.
 *
 * @param first the outermost
 * @param end one after the innermost
 */
public record AxisRun(int first, int end) {
  /** The runs of these axes, innermost first; an axis of size 1 joins whatever it touches. */
  static List<AxisRun> of(String op, Shape shape, int... axes) {
    boolean[] reduced = new boolean[shape.rank()];
    for (int axis : axes) {
      reduced[ShapeRule.axis(op, shape, axis)] = true;
    }
    List<AxisRun> runs = new ArrayList<>();
    int end = shape.rank();
    while (end > 0) {
      int first = end;
      boolean any = false;
      while (first > 0 && (reduced[first - 1] || shape.size(first - 1) == 1)) {
        first--;
        any |= reduced[first] && shape.size(first) > 1;
      }
      if (any) {
        runs.add(new AxisRun(first, end));
      }
      end = first - 1;
    }
    return runs;
  }

  /** All axes. */
  static AxisRun whole(Shape shape) {
    return new AxisRun(0, shape.rank());
  }

  /** The shape with these axes of size 1. */
  Shape kept(Shape shape) {
    int[] sizes = shape.toArray();
    for (int axis = first; axis < end; axis++) {
      sizes[axis] = 1;
    }
    return Shape.of(sizes);
  }

  /** The kernel's sizes. */
  Reduction sizes(Shape shape) {
    int reduced = product(shape, first, end);
    int inner = product(shape, end, shape.rank());
    return new Reduction(shape.elements() / reduced / inner, reduced, inner);
  }

  /** The shape without these axes. */
  static Shape dropped(String op, Shape shape, int... axes) {
    boolean[] gone = new boolean[shape.rank()];
    for (int axis : axes) {
      gone[ShapeRule.axis(op, shape, axis)] = true;
    }
    int[] sizes = new int[shape.rank()];
    int rank = 0;
    for (int axis = 0; axis < gone.length; axis++) {
      if (!gone[axis]) {
        sizes[rank++] = shape.size(axis);
      }
    }
    return Shape.of(java.util.Arrays.copyOf(sizes, rank));
  }

  private static int product(Shape shape, int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= shape.size(axis);
    }
    return product;
  }
}
