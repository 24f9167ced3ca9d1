package ganengine.gan.cli;

import ganengine.gan.data.download.DownloadListener;
import ganengine.gan.data.download.Megabytes;
import ganengine.gan.data.download.RemoteFile;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how a download goes: in a terminal on one line that is written over and over, elsewhere as
 * a line every few seconds and one at each file's end.
 */
final class DownloadPrinter implements DownloadListener, AutoCloseable {
  private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final String BACK_AND_ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  private RemoteFile current;
  private long beganAt;
  private long beganWith;
  private long shownAt;
  private boolean lineOpen;

  /**
   * @param out where to print
   * @param terminal whether a person sits at it
   * @param nanoTime a clock, as {@link System#nanoTime}
   */
  DownloadPrinter(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public void progress(RemoteFile file, long bytes) {
    long now = nanoTime.getAsLong();
    if (!file.equals(current) || bytes < beganWith) {
      endLine();
      current = file;
      beganAt = now;
      beganWith = bytes;
      shownAt = now;
    }
    boolean whole = bytes == file.size();
    if (whole || now - shownAt >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
      show(file, bytes, now);
    }
    if (whole) {
      endLine();
    }
  }

  @Override
  public void message(String line) {
    endLine();
    out.println(line);
    out.flush();
  }

  @Override
  public void close() {
    endLine();
    out.flush();
  }

  private void show(RemoteFile file, long bytes, long now) {
    double perSecond = 1e9 * (bytes - beganWith) / Math.max(1, now - beganAt);
    String text =
        "%s: %d %%, %s of %s, %s/s, %s left"
            .formatted(
                file.name(),
                100 * bytes / file.size(),
                Megabytes.of(bytes),
                Megabytes.of(file.size()),
                Megabytes.of((long) perSecond),
                ProgressText.duration((file.size() - bytes) / perSecond));
    if (terminal) {
      out.print(BACK_AND_ERASE + text);
      lineOpen = true;
    } else {
      out.println(text);
    }
    out.flush();
    shownAt = now;
  }

  private void endLine() {
    if (lineOpen) {
      out.println();
      lineOpen = false;
    }
  }
}
