package ganengine.engine.io;

/** A file that does not hold what its format demands. The message is one line. */
public final class DamagedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the file and says what is wrong with it. */
  public DamagedFileException(String file, String wrong) {
    super(file + ": " + wrong);
  }

  /** As the other, with what it was noticed by. */
  public DamagedFileException(String file, String wrong, Throwable cause) {
    super(file + ": " + wrong, cause);
  }
}
