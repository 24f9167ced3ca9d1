package ganengine.engine.io;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * An array of numbers in the heap, on its way between a file and a device. Row-major; sizes may be
 * 0. It takes over the array it is made from and hands out that very array: write to neither. Two
 * are equal if type, shape and bits are.
 */
public final class HostTensor {
  private final StoredType type;
  private final int[] shape;
  private final Object data;

  private HostTensor(StoredType type, int[] shape, Object data) {
    this.type = type;
    this.shape = shape.clone();
    this.data = data;
    if (elements(shape) != Array.getLength(data)) {
      throw new IllegalArgumentException(
          "a tensor of shape %s was given %,d values"
              .formatted(Arrays.toString(shape), Array.getLength(data)));
    }
  }

  /** Single precision. */
  public static HostTensor of(int[] shape, float... values) {
    return new HostTensor(StoredType.F32, shape, values);
  }

  /** Double precision. */
  public static HostTensor of(int[] shape, double... values) {
    return new HostTensor(StoredType.F64, shape, values);
  }

  /** Integers. */
  public static HostTensor of(int[] shape, long... values) {
    return new HostTensor(StoredType.I64, shape, values);
  }

  /** Unsigned bytes. */
  public static HostTensor of(int[] shape, byte... values) {
    return new HostTensor(StoredType.U8, shape, values);
  }

  /**
   * How many elements a shape has.
   *
   * @throws IllegalArgumentException if a size is negative or there are more than 2^31 - 1 elements
   */
  static int elements(int[] shape) {
    long product = 1;
    for (int size : shape) {
      product *= size;
      if (size < 0 || product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "shape %s is negative or has more than 2^31 - 1 elements"
                .formatted(Arrays.toString(shape)));
      }
    }
    return (int) product;
  }

  /** What its elements are. */
  public StoredType type() {
    return type;
  }

  /** Its sizes, copied; empty for a single number. */
  public int[] shape() {
    return shape.clone();
  }

  /** How many elements. */
  public int elements() {
    return Array.getLength(data);
  }

  /** The values of an F32, or those of an F64 rounded. */
  public float[] floats() {
    if (data instanceof double[] doubles) {
      float[] rounded = new float[doubles.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) doubles[i];
      }
      return rounded;
    }
    return typed(float[].class);
  }

  /** The values of an F64, or those of an F32 exactly. */
  public double[] doubles() {
    if (data instanceof float[] floats) {
      double[] widened = new double[floats.length];
      for (int i = 0; i < widened.length; i++) {
        widened[i] = floats[i];
      }
      return widened;
    }
    return typed(double[].class);
  }

  /** The values of an I64. */
  public long[] longs() {
    return typed(long[].class);
  }

  /** The values of a U8. */
  public byte[] bytes() {
    return typed(byte[].class);
  }

  private <T> T typed(Class<T> array) {
    if (!array.isInstance(data)) {
      throw new IllegalStateException(
          "this tensor holds %s, not %s".formatted(type, array.getComponentType()));
    }
    return array.cast(data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor that
        && type == that.type
        && Arrays.equals(shape, that.shape)
        && Arrays.deepEquals(new Object[] {data}, new Object[] {that.data});
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {type, shape, data});
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
