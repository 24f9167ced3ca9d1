package ganengine.engine.tensor;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;

/** A list of 64-bit integers on a device: class labels, row numbers, step counters. No gradient. */
public final class Indices {
  private final int count;
  private final Storage storage;

  private Indices(int count, Storage storage) {
    this.count = count;
    this.storage = storage;
  }

  /** Undefined contents, in the innermost scope. */
  public static Indices allocate(int count) {
    return new Indices(count, Scope.current().allocate(ElementType.INTEGER, count));
  }

  /** These values, in the innermost scope. */
  public static Indices of(long... values) {
    Indices indices = allocate(values.length);
    indices.set(values);
    return indices;
  }

  /** How many. */
  public int count() {
    return count;
  }

  /** The device they are on. */
  public Device device() {
    return storage.device();
  }

  /** Their memory, for kernels. */
  public Buffer buffer() {
    return storage.buffer();
  }

  /** Overwrites all of them. */
  public void set(long... values) {
    device().upload(values, 0, count, buffer(), 0);
  }

  /** All values; waits for the device. */
  public long[] toLongs() {
    long[] values = new long[count];
    device().download(buffer(), 0, values, 0, count);
    return values;
  }
}
