package ganengine.bench.start;

import ganengine.bench.compare.ProcFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The program behind {@code tools/bench-starts}. */
public final class StartComparison {
  private static final int BATCH = 64;
  private static final int FEWEST_STEPS = 3;

  private StartComparison() {}

  /** See {@link Options#USAGE}; ends with 2 on a wrong command line, 1 if a start is slow. */
  public static void main(String[] arguments) throws IOException {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench-starts: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Report report = new Report(machine(options), compare(options));
    report.write(options.out());
    System.out.print(report.markdown());
    System.exit(report.javas().stream().anyMatch(java -> java.slow() > 0) ? 1 : 0);
  }

  private static List<JavaStarts> compare(Options options) throws IOException {
    Map<Path, List<FreshProcess>> processes = new LinkedHashMap<>();
    for (int i = 1; i <= options.starts(); i++) {
      for (Path java : options.javas()) {
        FreshProcess process =
            FreshProcess.run(
                java, options.network(), BATCH, options.threads(), options.seconds(), FEWEST_STEPS);
        processes.computeIfAbsent(java, key -> new ArrayList<>()).add(process);
        Start start = process.start();
        System.err.printf(
            "start %d, Java %s: %.4f s a step, up to speed after %.1f s%n",
            i, process.java(), start.secondsPerStep(), start.secondsToSpeed());
      }
    }
    return processes.values().stream().map(JavaStarts::new).toList();
  }

  private static String machine(Options options) throws IOException {
    return "%s, %d processors; %s, batch %d, %d threads, %s s a start"
        .formatted(
            ProcFiles.processor(),
            Runtime.getRuntime().availableProcessors(),
            options.network().name().toLowerCase(Locale.ROOT),
            BATCH,
            options.threads(),
            options.seconds());
  }
}
