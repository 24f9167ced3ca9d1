package ganengine.gan.cli;

import ganengine.gan.train.Progress;
import ganengine.gan.train.ProgressListener;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how training goes: in a terminal on one line that is written over and over, elsewhere (a
 * file, a pipe) as a line every few seconds. Messages get lines of their own.
 */
final class ProgressPrinter implements ProgressListener, AutoCloseable {
  private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final String BACK_AND_ERASE = "\r\u001b[K";

  /** Between these the terminal cuts a long line off instead of breaking it. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  private Progress latest;
  private boolean latestShown;
  private boolean lineOpen;
  private long shownAt;

  /**
   * @param out where to print
   * @param terminal whether a person sits at it
   * @param nanoTime a clock, as {@link System#nanoTime}
   */
  ProgressPrinter(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void progress(Progress progress) {
    boolean beginning = latest == null;
    latest = progress;
    latestShown = false;
    long interval = terminal ? TERMINAL_NANOS : PLAIN_NANOS;
    if (beginning || nanoTime.getAsLong() - shownAt >= interval) {
      show();
    }
  }

  @Override
  public synchronized void message(String line) {
    if (lineOpen) {
      out.print(BACK_AND_ERASE);
      lineOpen = false;
    }
    out.println(line);
    out.flush();
  }

  /** Leaves the last state standing. */
  @Override
  public synchronized void close() {
    if (latest != null && !latestShown) {
      show();
    }
    if (lineOpen) {
      out.println();
      lineOpen = false;
    }
    out.flush();
  }

  private void show() {
    String text = ProgressText.of(latest);
    if (terminal) {
      out.print(BACK_AND_ERASE + NO_WRAP + text + WRAP);
      lineOpen = true;
    } else {
      out.println(text);
    }
    out.flush();
    latestShown = true;
    shownAt = nanoTime.getAsLong();
  }
}
