package ganengine.kernels.cuda;

/** A call to the driver or one of NVIDIA's libraries failed. */
public final class CudaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  CudaException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The number that the call returned. */
  int status() {
    return status;
  }
}
