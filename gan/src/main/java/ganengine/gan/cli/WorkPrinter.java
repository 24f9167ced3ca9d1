package ganengine.gan.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows what is being done and how far it is: in a terminal on one line that is written over and
 * over, elsewhere as a line for each piece of work.
 */
final class WorkPrinter implements AutoCloseable {
  private static final String BACK_AND_ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private String shown = "";

  /**
   * @param terminal whether a person sits at it
   */
  WorkPrinter(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** This share of that work is done. */
  void working(String what, double share) {
    String line =
        terminal ? String.format(Locale.ROOT, "%s, %.0f %%", what, 100 * share) : what + " ...";
    if (!line.equals(shown)) {
      if (terminal) {
        out.print(BACK_AND_ERASE + line);
      } else {
        out.println(line);
      }
      out.flush();
      shown = line;
    }
  }

  /** Leaves nothing standing in a terminal. */
  @Override
  public void close() {
    if (terminal && !shown.isEmpty()) {
      out.print(BACK_AND_ERASE);
      out.flush();
      shown = "";
    }
  }
}
