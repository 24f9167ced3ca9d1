package ganengine.bench.start;

import ganengine.bench.compare.Commands;
import ganengine.bench.compare.ProcFiles;
import ganengine.bench.peer.PeerNetworks;
import ganengine.bench.peer.StepMark;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A process that has trained from its first moment and ended.
 *
 * @param java its Java's version
 * @param start what it did
 * @param otherCores processors that anything but it kept busy meanwhile
 */
record FreshProcess(String java, Start start, double otherCores) {
  private static final String STEPS = "ganengine.bench.peer.OurSteps";

  /**
   * Starts one, with the flags that gan-engine.jar's launcher gives, and waits for its end. What it
   * says on its standard error goes to ours.
   *
   * @param java home folder of the Java that runs it
   * @param batch packs of images
   * @param seconds it trains at least until its JVM is so old
   * @param steps that it does at least
   */
  static FreshProcess run(
      Path java, PeerNetworks network, int batch, int threads, double seconds, int steps)
      throws IOException {
    String name = network.name().toLowerCase(Locale.ROOT);
    List<String> command = Commands.ours(STEPS, name, batch, threads, seconds, steps);
    command.set(0, java.resolve("bin").resolve("java").toString());
    long begin = System.nanoTime();
    long busy = ProcFiles.busyTicks();
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    double elapsed = (System.nanoTime() - begin) / 1e9;
    double busySeconds = (ProcFiles.busyTicks() - busy) / ProcFiles.TICKS_PER_SECOND;
    List<String> lines = output.lines().toList();
    if (lines.isEmpty()) {
      throw new IOException("a process of %s trained nothing: it ended early".formatted(java));
    }
    Start start = new Start(lines.stream().skip(1).map(StepMark::parse).toList());
    double others = (busySeconds - start.last().cpuSeconds()) / elapsed;
    return new FreshProcess(lines.get(0), start, Math.max(0, others));
  }
}
