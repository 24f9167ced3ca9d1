package ganengine.gan.cli;

import ganengine.gan.data.DecodingListener;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how the decoding of a data set goes, and the checking of one decoded earlier: in a terminal
 * on one line that is written over and over and then wiped, elsewhere as a line every few seconds.
 * What takes no time shows nothing.
 */
final class DecodingPrinter implements DecodingListener {
  private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final String BACK_AND_ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  private long beganAt;
  private long shownAt;
  private boolean lineOpen;

  /**
   * @param out where to print
   * @param terminal whether a person sits at it
   * @param nanoTime a clock, as {@link System#nanoTime}
   */
  DecodingPrinter(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public void progress(String dataset, int done, int total) {
    progress("decoding", dataset, done, total, "images");
  }

  @Override
  public void checking(String dataset, int done, int total) {
    progress("checking decoded", dataset, done, total, "MB");
  }

  private void progress(String work, String dataset, int done, int total, String unit) {
    long now = nanoTime.getAsLong();
    if (done == 1) {
      beganAt = now;
      shownAt = now;
    }
    if (done == total) {
      wipe();
    } else if (now - shownAt >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
      double secondsLeft = 1e-9 * (now - beganAt) / done * (total - done);
      show(
          "%s %s: %,d of %,d %s, %s left"
              .formatted(work, dataset, done, total, unit, ProgressText.duration(secondsLeft)));
      shownAt = now;
    }
  }

  @Override
  public void message(String line) {
    wipe();
    out.println(line);
    out.flush();
  }

  private void show(String text) {
    if (terminal) {
      out.print(BACK_AND_ERASE + text);
      lineOpen = true;
    } else {
      out.println(text);
    }
    out.flush();
  }

  private void wipe() {
    if (lineOpen) {
      out.print(BACK_AND_ERASE);
      out.flush();
      lineOpen = false;
    }
  }
}
