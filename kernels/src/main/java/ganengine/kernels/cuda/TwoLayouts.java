package ganengine.kernels.cuda;

import java.util.Arrays;

/** The struct {@code TwoLayouts} in layouts.cuh: a box and the strides of two layouts of it. */
final class TwoLayouts {
  /** Axes that the struct has room for. */
  static final int MOST_AXES = 8;

  private TwoLayouts() {}

  /**
   * The struct's ints.
   *
   * @param sizes sizes of the box, row-major
   * @param first strides of one layout, axis by axis
   * @param second strides of the other
   * @throws IllegalArgumentException if there are more than 8 axes
   */
  static int[] numbers(int[] sizes, int[] first, int[] second) {
    int rank = sizes.length;
    if (rank > MOST_AXES) {
      throw new IllegalArgumentException(
          "the cuda device takes up to %d axes that don't merge, not the %d of %s"
              .formatted(MOST_AXES, rank, Arrays.toString(sizes)));
    }
    int[] numbers = new int[1 + 3 * MOST_AXES];
    numbers[0] = rank;
    for (int axis = 0; axis < rank; axis++) {
      int at = rank - axis;
      numbers[at] = sizes[axis];
      numbers[MOST_AXES + at] = first[axis];
      numbers[2 * MOST_AXES + at] = second[axis];
    }
    return numbers;
  }
}
