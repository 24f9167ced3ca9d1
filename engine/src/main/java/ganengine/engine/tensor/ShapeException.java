package ganengine.engine.tensor;

/**
 * Shapes that do not fit together. The message names the op, all shapes and attributes, and a hint.
 */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says it all in one line. */
  public ShapeException(String message) {
    super(message);
  }
}
