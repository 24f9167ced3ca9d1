package ganengine.bench.compare;

import ganengine.bench.peer.PeerNetworks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code tools/bench-peers}. */
public final class PeerComparison {
  private PeerComparison() {}

  /** See {@link Options#USAGE}; ends with 2 on a wrong command line, 1 if losses differ. */
  public static void main(String[] arguments) throws IOException {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench-peers: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    if (options.check()) {
      System.exit(LossCheck.run(options.networks(), options.out(), System.out) ? 0 : 1);
    }
    compare(options);
  }

  private static void compare(Options options) throws IOException {
    List<Limits> before = limits(options.threads());
    List<Row> rows = new ArrayList<>();
    for (PeerNetworks networks : options.networks()) {
      for (int threads : options.threads()) {
        List<Row> match = new Match(networks, threads).play(options.rounds(), options.seconds());
        rows.addAll(match);
        for (Row row : match) {
          System.err.printf(
              "%s, %d threads, %s: %.4f s a step%n",
              row.network(), threads, row.contestant(), row.secondsPerStep().median());
        }
      }
    }
    List<Limits> after = limits(options.threads());
    List<Limits> best = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      best.add(before.get(i).best(after.get(i)));
    }
    Report report = new Report(machine(), best, rows);
    report.write(options.out());
    System.out.print(report.markdown());
  }

  private static List<Limits> limits(List<Integer> threads) throws IOException {
    List<Limits> measured = new ArrayList<>();
    for (int number : threads) {
      measured.add(Limits.measure(number));
    }
    return measured;
  }

  private static String machine() throws IOException {
    return "%s, %d processors; Java %s; batch %d; libtorch 2.10.0, channels last, D frozen in G's step"
        .formatted(
            ProcFiles.processor(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            Match.BATCH);
  }
}
