package ganengine.gan.cli;

import ganengine.gan.data.DecodingListener;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how the decoding of a data set goes: in a terminal on one line that is written over and
 * over and then wiped, elsewhere as a line every few seconds. What takes no time shows nothing.
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
    long now = nanoTime.getAsLong();
    if (done == 1) {
      beganAt = now;
      shownAt = now;
    }
    if (done == total) {
      wipe();
    } else if (now - shownAt >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
      show(dataset, done, total, now);
    }
  }

  @Override
  public void message(String line) {
    wipe();
    out.println(line);
    out.flush();
  }

  private void show(String dataset, int done, int total, long now) {
    double secondsLeft = 1e-9 * (now - beganAt) / done * (total - done);
    String text =
        "decoding %s: %,d of %,d images, %s left"
            .formatted(dataset, done, total, ProgressText.duration(secondsLeft));
    if (terminal) {
      out.print(BACK_AND_ERASE + text);
      lineOpen = true;
    } else {
      out.println(text);
    }
    out.flush();
    shownAt = now;
  }

  private void wipe() {
    if (lineOpen) {
      out.print(BACK_AND_ERASE);
      out.flush();
      lineOpen = false;
    }
  }
}
