package ganengine.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What this machine does at most, by loops of ours that do nothing else.
 *
 * @param threads that ran them
 * @param gflops fused multiply-adds on registers, two operations each
 * @param readGbytes GB/s of reading an array larger than the caches
 * @param copyGbytes the same of a copy, bytes read and written
 * @param triadGbytes the same of a = b + s * c
 */
public record Limits(
    int threads, double gflops, double readGbytes, double copyGbytes, double triadGbytes) {
  private static final String PROGRAM = "ganengine.bench.compare.VectorLimits";

  /** Measures them in a process of its own, which takes some seconds. */
  public static Limits measure(int threads) throws IOException {
    Process process =
        new ProcessBuilder(Commands.ours(PROGRAM, threads))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return parse(threads, line);
  }

  /**
   * From what the measuring process prints: the four figures in a line.
   *
   * @throws IllegalArgumentException if it printed anything else
   */
  static Limits parse(int threads, String line) {
    String[] words = line.trim().split(" ", -1);
    if (words.length != 4) {
      throw new IllegalArgumentException("four limits expected, the process said: " + line);
    }
    double[] figures = Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    return new Limits(threads, figures[0], figures[1], figures[2], figures[3]);
  }

  /** Each figure's higher one: nothing makes a loop faster than the machine. */
  public Limits best(Limits other) {
    return new Limits(
        threads,
        Math.max(gflops, other.gflops),
        Math.max(readGbytes, other.readGbytes),
        Math.max(copyGbytes, other.copyGbytes),
        Math.max(triadGbytes, other.triadGbytes));
  }
}
