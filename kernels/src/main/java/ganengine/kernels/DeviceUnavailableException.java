package ganengine.kernels;

/** The device asked for exists in this build but can't run on this machine. */
public final class DeviceUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which device and why. */
  public DeviceUnavailableException(String message) {
    super(message);
  }
}
