package ganengine.kernels;

/** The device has no room for a buffer. */
public final class OutOfDeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says the sizes involved and what to do (a smaller batch, more heap). */
  public OutOfDeviceMemoryException(String message) {
    super(message);
  }
}
