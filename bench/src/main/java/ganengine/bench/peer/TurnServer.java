package ganengine.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A contestant's side of the turns. It says {@code ready}, and for each line {@code <seconds>
 * <steps>} it runs training steps for at least so long and so many, and answers {@code <seconds>
 * <steps>} as they were. It ends with its input. Between turns it waits in a read.
 */
public final class TurnServer {
  /** What a contestant says once it can take its first turn. */
  public static final String READY = "ready";

  private TurnServer() {}

  /**
   * Serves until the input ends.
   *
   * @param step one training step, done when it returns
   */
  public static void serve(Runnable step, InputStream input, PrintStream output)
      throws IOException {
    output.println(READY);
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      double seconds = Double.parseDouble(words[0]);
      int steps = Integer.parseInt(words[1]);
      int done = 0;
      long start = System.nanoTime();
      double elapsed = 0;
      while (elapsed < seconds || done < steps) {
        step.run();
        done++;
        elapsed = (System.nanoTime() - start) / 1e9;
      }
      output.printf(Locale.ROOT, "%.9f %d%n", elapsed, done);
    }
  }
}
