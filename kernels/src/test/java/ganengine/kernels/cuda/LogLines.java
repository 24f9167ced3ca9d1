package ganengine.kernels.cuda;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the cuda device logs while this is open, level before message. */
final class LogLines implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("ganengine.kernels.cuda");

  private static final SimpleFormatter FORMAT = new SimpleFormatter();

  private final List<String> lines = new ArrayList<>();
  private final Level before = LOGGER.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getLevel() + " " + FORMAT.formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  LogLines() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.addHandler(handler);
  }

  /** Those that contain this. */
  List<String> about(String part) {
    return lines.stream().filter(line -> line.contains(part)).toList();
  }

  @Override
  public void close() {
    LOGGER.removeHandler(handler);
    LOGGER.setLevel(before);
  }
}
