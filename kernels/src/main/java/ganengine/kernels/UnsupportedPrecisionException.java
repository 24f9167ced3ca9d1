package ganengine.kernels;

/** The device has no arithmetic of the precision asked for; another precision may be asked for. */
public final class UnsupportedPrecisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which device, which precision, and which it has. */
  public UnsupportedPrecisionException(String message) {
    super(message);
  }
}
