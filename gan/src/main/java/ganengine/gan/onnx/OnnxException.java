package ganengine.gan.onnx;

/** What is wrong with a file, before the one who knows its name makes a line of it. */
final class OnnxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_NAME = 80;

  OnnxException(String wrong) {
    super(wrong);
  }

  /** A text from the file, fit for one line. */
  static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return "'"
        + (line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "..." : line)
        + "'";
  }
}
