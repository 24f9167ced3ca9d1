package ganengine.kernels;

/** Work that was to become one launch does something that can't be repeated by the device alone. */
public final class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says in one line what it is: a transfer, a new buffer, waiting for the device. */
  public CaptureException(String message) {
    super(message);
  }
}
