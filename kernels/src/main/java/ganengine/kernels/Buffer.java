package ganengine.kernels;

/**
 * A run of elements in a device's memory. Only the device that made it can look inside.
 *
 * <p>A buffer is either out (owned by whoever called {@link Device#allocate}) or resting in the
 * device's pool; {@link BufferPool} moves it between the two.
 */
public abstract class Buffer {
  private final ElementType type;
  private final long length;
  private boolean resting;

  /** A buffer of {@code length} (at least 1) elements, out. */
  protected Buffer(ElementType type, long length) {
    this.type = type;
    this.length = length;
  }

  /** What its elements are. */
  public final ElementType type() {
    return type;
  }

  /** How many elements it has. */
  public final long length() {
    return length;
  }

  final boolean resting() {
    return resting;
  }

  final void resting(boolean value) {
    resting = value;
  }
}
