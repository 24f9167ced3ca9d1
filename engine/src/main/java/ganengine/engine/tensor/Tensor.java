package ganengine.engine.tensor;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import java.util.Optional;

/**
 * An immutable array of real numbers on a device, and how it was computed. Made by ops (see {@code
 * ganengine.engine.op}) or from host arrays here; owned by a {@link Scope}.
 */
public sealed class Tensor permits Parameter {
  private final Shape shape;
  private final Storage storage;
  private Node node;

  Tensor(Shape shape, Storage storage) {
    this.shape = shape;
    this.storage = storage;
  }

  /** A tensor of reals in the innermost scope with undefined contents, for an op to write. */
  public static Tensor allocate(Shape shape) {
    return allocate(shape, ElementType.REAL);
  }

  /**
   * A tensor in the innermost scope with undefined contents, for an op to write.
   *
   * @param type REAL, or BFLOAT16 where the device's activations are
   */
  public static Tensor allocate(Shape shape, ElementType type) {
    return new Tensor(shape, Scope.current().allocate(type, shape.elements()));
  }

  /**
   * A tensor with these values, row-major.
   *
   * @throws ShapeException if their number is not the shape's
   */
  public static Tensor of(Shape shape, float... values) {
    checkCount(shape, values.length);
    Tensor tensor = allocate(shape);
    tensor.device().upload(values, 0, values.length, tensor.buffer(), 0);
    return tensor;
  }

  /** As {@link #of(Shape, float...)}; rounded to the device's precision. */
  public static Tensor of(Shape shape, double... values) {
    checkCount(shape, values.length);
    Tensor tensor = allocate(shape);
    tensor.device().upload(values, 0, values.length, tensor.buffer(), 0);
    return tensor;
  }

  /** A single number. */
  public static Tensor scalar(double value) {
    return full(Shape.SCALAR, value);
  }

  /** Every element {@code value}. */
  public static Tensor full(Shape shape, double value) {
    Tensor tensor = allocate(shape);
    tensor.device().pointwise().fill(value, tensor.buffer());
    return tensor;
  }

  private static void checkCount(Shape shape, int count) {
    if (count != shape.elements()) {
      throw new ShapeException(
          "tensor of shape %s has %,d elements, but %,d values were given"
              .formatted(shape, shape.elements(), count));
    }
  }

  /**
   * The same elements under another shape, without history: an op's view (reshape) or a detached
   * leaf.
   */
  public Tensor view(Shape other) {
    if (other.elements() != shape.elements()) {
      throw new ShapeException(
          "reshape: %s has %,d elements, %s has %,d"
              .formatted(shape, shape.elements(), other, other.elements()));
    }
    return new Tensor(other, storage);
  }

  /** Its sizes. */
  public final Shape shape() {
    return shape;
  }

  /** What its elements are kept as: REAL, or BFLOAT16. */
  public final ElementType type() {
    return storage.type();
  }

  /** The device its elements are on. */
  public final Device device() {
    return storage.device();
  }

  /**
   * Its memory, for kernels.
   *
   * @throws IllegalStateException if its scope is closed
   */
  public final Buffer buffer() {
    return storage.buffer();
  }

  /** Whether this and the other tensor share memory. */
  public final boolean sharesMemoryWith(Tensor other) {
    return storage == other.storage;
  }

  /** An identity for the memory behind this tensor: equal for its views. */
  public final Object memory() {
    return storage;
  }

  /** The computation that made it; empty for leaves and where nothing was recorded. */
  public final Optional<Node> node() {
    return Optional.ofNullable(node);
  }

  /** Called once by the op that made this tensor. */
  public final void recordedBy(Node maker) {
    if (node != null) {
      throw new IllegalStateException("a tensor is made once");
    }
    node = maker;
  }

  final Storage storage() {
    return storage;
  }

  /**
   * The value of a tensor with one element; waits for the device.
   *
   * @throws ShapeException if it has more
   */
  public final double item() {
    if (shape.elements() != 1) {
      throw new ShapeException("item() is for one element, this tensor is " + shape);
    }
    return toDoubles()[0];
  }

  /** All values, row-major; waits for the device. */
  public final float[] toFloats() {
    float[] values = new float[shape.elements()];
    device().download(buffer(), 0, values, 0, values.length);
    return values;
  }

  /** All values, row-major; waits for the device. */
  public final double[] toDoubles() {
    double[] values = new double[shape.elements()];
    device().download(buffer(), 0, values, 0, values.length);
    return values;
  }

  @Override
  public String toString() {
    return "Tensor" + shape + (node == null ? "" : " by " + node.rule().name());
  }
}
