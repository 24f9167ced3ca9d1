package ganengine.gan.run;

import ganengine.gan.AtomicFile;
import ganengine.gan.config.SettingsText;
import ganengine.gan.config.TrainConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code report.html}: how a run went, on one page that needs no other file, so that it can
 * be sent to somebody.
 */
public final class Report {
  /** How many grids of samples it shows: the first, the last, and some between. */
  private static final int SHOWN = 6;

  private Report() {}

  /**
   * Writes the page from what the folder holds now.
   *
   * @throws RuntimeException that {@link AtomicFile#failure} makes if something cannot be read or
   *     written
   */
  public static void write(RunFolder run, TrainConfig config) {
    try {
      AtomicFile.write(run.report(), page(run, config));
    } catch (IOException e) {
      throw AtomicFile.failure(
          "cannot write %s: %s".formatted(run.report(), AtomicFile.reason(e)), e);
    }
  }

  private static String page(RunFolder run, TrainConfig config) throws IOException {
    List<Path> samples = samples(run);
    List<MetricsLine> lines = MetricsLog.read(run.metrics());
    String none = "<p>None yet.</p>";
    return Html.PAGE.formatted(
        Html.escape(run.path().toAbsolutePath().getFileName().toString()),
        samples.isEmpty() ? none : figure(samples.get(samples.size() - 1)),
        Files.exists(run.lossPlot()) ? Html.image(run.lossPlot(), "losses over the steps") : none,
        samples.isEmpty() ? none : figures(samples),
        lines.isEmpty() ? none : Html.table(numbers(lines.get(lines.size() - 1))),
        Html.table(settings(config)),
        sessions(RunInfo.read(run.info())),
        watched(VerdictSpan.of(lines)).orElse(none));
  }

  private static List<Path> samples(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.list(run.samples())) {
      return files
          .filter(file -> file.getFileName().toString().matches("step-\\d+\\.png"))
          .sorted()
          .toList();
    }
  }

  /** Denser at the beginning, where the samples change most. */
  private static String figures(List<Path> samples) throws IOException {
    TreeSet<Integer> shown = new TreeSet<>();
    for (int i = 0; i < SHOWN; i++) {
      double share = (double) i / (SHOWN - 1);
      shown.add((int) Math.round(share * share * (samples.size() - 1)));
    }
    List<String> figures = new ArrayList<>();
    for (int number : shown) {
      figures.add(figure(samples.get(number)));
    }
    return String.join("\n", figures);
  }

  private static String figure(Path sample) throws IOException {
    long step = Long.parseLong(sample.getFileName().toString().replaceAll("\\D", ""));
    String caption = String.format(Locale.ROOT, "step %,d", step);
    return "<figure>%s<figcaption>%s</figcaption></figure>"
        .formatted(Html.image(sample, "generated images, " + caption), caption);
  }

  private static Map<String, String> numbers(MetricsLine line) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("steps", number("%,d", line.step()));
    rows.put("epochs", number("%.2f", line.epoch()));
    rows.put("images seen", number("%,d", line.images()));
    rows.put("minutes of training", number("%.1f", line.timing().seconds() / 60));
    rows.put("images a second", number("%,.0f", line.timing().imagesPerSecond()));
    rows.put("loss of the discriminator", number("%.4f", line.lossD()));
    rows.put("loss of the generator", number("%.4f", line.lossG()));
    rows.put("D(x)", number("%.4f", line.dReal()));
    rows.put("D(G(z))", number("%.4f", line.dFake()));
    return rows;
  }

  /** One row for each span of steps over which the watch said the same. */
  private static Optional<String> watched(List<VerdictSpan> spans) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (VerdictSpan span : spans) {
      rows.merge(
          String.format(Locale.ROOT, "steps %,d to %,d", span.from(), span.to()),
          span.verdict().words(),
          (one, other) -> one + "; " + other);
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(Html.table(rows));
  }

  private static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static Map<String, String> settings(TrainConfig config) {
    Map<String, String> rows = new LinkedHashMap<>();
    SettingsText.toMap(config)
        .forEach((key, value) -> rows.put(key, value == null ? "–" : value.toString()));
    return rows;
  }

  private static String sessions(RunInfo info) {
    return info.sessions().stream()
        .map(
            session -> {
              Map<String, String> rows = new LinkedHashMap<>();
              rows.put("started", session.startedAt());
              rows.put("from step", number("%,d", session.fromStep()));
              rows.put("device", session.device());
              rows.put("gan-engine", session.ganEngine() + ", commit " + session.commit());
              rows.put("Java", session.java());
              rows.put("system", session.system());
              return Html.table(rows);
            })
        .collect(Collectors.joining("\n<br>\n"));
  }
}
