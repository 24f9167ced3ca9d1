package ganengine.bench.layer;

import ganengine.bench.compare.Commands;
import ganengine.bench.compare.Limits;
import ganengine.bench.compare.ProcFiles;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code tools/bench-layers}. */
public final class LayerComparison {
  private LayerComparison() {}

  /** See {@link Options#USAGE}; ends with 2 on a wrong command line, 1 if nothing was measured. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench-layers: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Limits before = Limits.measure(options.threads());
    List<Measurement> measurements = measure(options);
    Limits limits = before.best(Limits.measure(options.threads()));
    Report report = new Report(machine(options), limits, measurements);
    report.write(options.out());
    System.out.print(report.markdown());
  }

  /** JMH's processes get the flags of the one that starts them: gan-engine.jar's launcher's. */
  private static List<Measurement> measure(Options options)
      throws IOException, InterruptedException {
    Path results = Files.createTempFile("layers", ".json");
    try {
      List<String> command = Commands.ours("org.openjdk.jmh.Main", options.only());
      command.addAll(List.of("-p", "device=cpu", "-p", "threads=" + options.threads()));
      command.addAll(List.of("-f", "1", "-wi", "4", "-w", "400ms", "-i", "5", "-r", "200ms"));
      command.addAll(List.of("-rf", "json", "-rff", results.toString()));
      Process jmh = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      jmh.getInputStream().transferTo(System.err);
      if (jmh.waitFor() != 0 || Files.size(results) == 0) {
        System.err.println("bench-layers: JMH measured nothing");
        System.exit(1);
      }
      return Measurement.parse(Files.readString(results));
    } finally {
      Files.delete(results);
    }
  }

  private static String machine(Options options) throws IOException {
    return "%s, %d processors; Java %s; batch 64, %d threads"
        .formatted(
            ProcFiles.processor(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            options.threads());
  }
}
