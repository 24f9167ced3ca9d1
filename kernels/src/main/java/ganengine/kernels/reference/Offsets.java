package ganengine.kernels.reference;

import ganengine.kernels.Dims;

/** Where an element stands in a strided layout. */
final class Offsets {
  private Offsets() {}

  /** The offset of the element whose row-major number within {@code sizes} is {@code number}. */
  static int of(Dims sizes, Dims strides, int number) {
    int offset = 0;
    int rest = number;
    for (int axis = sizes.rank() - 1; axis >= 0; axis--) {
      offset += rest % sizes.get(axis) * strides.get(axis);
      rest /= sizes.get(axis);
    }
    return offset;
  }
}
