package ganengine.gan.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Copies the child's standard error, less the line in which Java warns that the Vector API is an
 * incubator module: no flag turns it off, and it tells the user nothing. All else goes through byte
 * by byte, at once; only the beginning of a line that may yet become the warning is held back.
 */
final class WarningFilter implements Runnable {
  private static final byte[] WARNING =
      "WARNING: Using incubator modules: ".getBytes(StandardCharsets.US_ASCII);

  private final InputStream source;
  private final PrintStream target;

  /** How many bytes of the present line agree with the warning; -1 once one doesn't. */
  private int matched;

  /** Whether the warning has gone by. */
  private boolean done;

  WarningFilter(InputStream source, PrintStream target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public void run() {
    byte[] chunk = new byte[4096];
    try {
      for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
        copy(chunk, count);
        target.flush();
      }
      releaseHeld();
      target.flush();
    } catch (IOException e) {
      // The child is gone; its exit code tells the rest.
      return;
    }
  }

  private void copy(byte[] chunk, int count) {
    for (int i = 0; i < count; i++) {
      if (done) {
        target.write(chunk, i, count - i);
        return;
      }
      step(chunk[i]);
    }
  }

  private void step(byte b) {
    if (matched == WARNING.length) {
      done = b == '\n';
    } else if (matched >= 0 && b == WARNING[matched]) {
      matched++;
    } else {
      releaseHeld();
      target.write(b);
      matched = b == '\n' ? 0 : -1;
    }
  }

  private void releaseHeld() {
    if (matched > 0 && matched < WARNING.length) {
      target.write(WARNING, 0, matched);
    }
  }
}
