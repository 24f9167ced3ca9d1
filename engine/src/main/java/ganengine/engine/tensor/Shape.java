package ganengine.engine.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's axes, outermost first; row-major. Rank 0 is a scalar with one element.
 * Images are [batch, height, width, channels].
 */
public final class Shape {
  /** The shape of a single number. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] sizes;
  private final int elements;

  private Shape(int[] sizes) {
    this.sizes = sizes;
    long product = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new ShapeException(
            "a tensor's sizes are at least 1, found " + Arrays.toString(sizes));
      }
      product *= size;
      if (product > Integer.MAX_VALUE) {
        throw new ShapeException(
            "a tensor has at most 2^31 - 1 elements, found sizes " + Arrays.toString(sizes));
      }
    }
    this.elements = (int) product;
  }

  /**
   * The shape with these sizes.
   *
   * @throws ShapeException if a size is below 1 or there are more than 2^31 - 1 elements
   */
  public static Shape of(int... sizes) {
    return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
  }

  /** How many axes. */
  public int rank() {
    return sizes.length;
  }

  /** The size of one axis; negative axes count from the end, -1 is the last. */
  public int size(int axis) {
    return sizes[axis < 0 ? axis + sizes.length : axis];
  }

  /** How many elements. */
  public int elements() {
    return elements;
  }

  /** The sizes, copied. */
  public int[] toArray() {
    return sizes.clone();
  }

  /** This shape with one axis changed; negative axes count from the end. */
  public Shape with(int axis, int size) {
    int[] changed = sizes.clone();
    changed[axis < 0 ? axis + changed.length : axis] = size;
    return new Shape(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return Arrays.stream(sizes)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
