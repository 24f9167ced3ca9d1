package ganengine.bench.compare;

import ganengine.bench.peer.TurnServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A process that runs a {@link TurnServer}; closing it ends it. */
final class Contestant implements Player, AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;

  /**
   * Starts it and waits until it is ready. What it says on its standard error goes to ours.
   *
   * @param environment variables added to ours
   */
  Contestant(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    this.name = name;
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().putAll(environment);
    process = builder.start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = process.outputWriter(StandardCharsets.UTF_8);
    String line = answer();
    if (!line.equals(TurnServer.READY)) {
      close();
      throw new IOException("%s began with: %s".formatted(name, line));
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("%s ended, exit status %d".formatted(name, ended()));
    }
    return line;
  }

  private int ended() {
    process.destroy();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Turn turn(double seconds, int steps) throws IOException {
    long start = System.nanoTime();
    long others = ProcFiles.busyTicks() - ProcFiles.processTicks(process.pid());
    requests.write(String.format(Locale.ROOT, "%f %d%n", seconds, steps));
    requests.flush();
    String[] words = answer().split(" ", -1);
    others = ProcFiles.busyTicks() - ProcFiles.processTicks(process.pid()) - others;
    double elapsed = (System.nanoTime() - start) / 1e9;
    return new Turn(
        Double.parseDouble(words[0]),
        Integer.parseInt(words[1]),
        Math.max(0, others / ProcFiles.TICKS_PER_SECOND / elapsed));
  }

  /** The most memory that it has had resident, in bytes. */
  long peakBytes() throws IOException {
    return ProcFiles.peakBytes(process.pid());
  }

  @Override
  public void close() {
    ended();
  }
}
