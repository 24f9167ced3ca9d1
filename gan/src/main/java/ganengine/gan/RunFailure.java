package ganengine.gan;

/**
 * Something failed that is not the user's mistake: the loss is not a number, a disk is broken. One
 * line; the command line prints it and exits with code 1.
 */
public final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The one line. */
  public RunFailure(String message) {
    super(message);
  }

  /** The one line, and what caused it (shown with {@code --stacktrace}). */
  public RunFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
