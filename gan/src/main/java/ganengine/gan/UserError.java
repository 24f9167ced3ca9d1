package ganengine.gan;

/**
 * A mistake in what the user asked for or gave: one line that says what was wrong, what was
 * expected and what to do. The command line prints it and exits with code 2.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The one line. */
  public UserError(String message) {
    super(message);
  }

  /** The one line, and what caused it (shown with {@code --stacktrace}). */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
