package ganengine.kernels;

import java.util.Arrays;

/** A small immutable vector of ints (sizes or strides, one per axis) with value equality. */
public final class Dims {
  private final int[] values;

  private Dims(int[] values) {
    this.values = values;
  }

  /** The given values, copied. */
  public static Dims of(int... values) {
    return new Dims(values.clone());
  }

  /** Row-major strides of these sizes: the last is 1. */
  public Dims rowMajorStrides() {
    int[] strides = new int[values.length];
    int stride = 1;
    for (int i = values.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= values[i];
    }
    return new Dims(strides);
  }

  /** The value of one axis. */
  public int get(int axis) {
    return values[axis];
  }

  /** How many axes. */
  public int rank() {
    return values.length;
  }

  /** The product of all values: 1 for rank 0. */
  public int product() {
    int product = 1;
    for (int value : values) {
      product *= value;
    }
    return product;
  }

  /** The values, copied. */
  public int[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dims that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
