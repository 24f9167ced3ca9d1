package ganengine.gan.cli;

import ganengine.gan.features.FeatureReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A comparison of features for people: a line for each kind, means where there are several. */
final class FeatureTable {
  private static final String LINE = "%-29s  %8s  %6s  %15s  %8s  %7s%s";

  private FeatureTable() {}

  static List<String> lines(FeatureReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        LINE.formatted("features", "numbers", "C", "cross-validated", "accuracy", "seconds", ""));
    Map<String, List<FeatureReport.Row>> kinds =
        report.rows().stream()
            .collect(
                Collectors.groupingBy(
                    FeatureReport.Row::features, LinkedHashMap::new, Collectors.toList()));
    kinds.forEach((kind, rows) -> lines.add(line(kind, rows)));
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d labelled images to learn from, %,d others to test with",
            report.dataset(),
            report.labels(),
            report.heldOut()));
    lines.addAll(report.notes());
    return lines;
  }

  private static String line(String kind, List<FeatureReport.Row> rows) {
    FeatureReport.Row first = rows.get(0);
    return LINE.formatted(
        kind,
        String.format(Locale.ROOT, "%,d", first.width()),
        rows.stream()
            .map(row -> EvaluationTable.number(row.c()))
            .distinct()
            .collect(Collectors.joining("/")),
        first.crossValidated() == null
            ? "-"
            : percent(mean(rows, FeatureReport.Row::crossValidated)),
        percent(mean(rows, FeatureReport.Row::accuracy)),
        String.format(
            Locale.ROOT, "%.1f", rows.stream().mapToDouble(FeatureReport.Row::seconds).sum()),
        rows.size() == 1 ? "" : range(rows));
  }

  private static String range(List<FeatureReport.Row> rows) {
    return "  %d seeds: %s to %s"
        .formatted(
            rows.size(),
            percent(rows.stream().mapToDouble(FeatureReport.Row::accuracy).min().orElseThrow()),
            percent(rows.stream().mapToDouble(FeatureReport.Row::accuracy).max().orElseThrow()));
  }

  private static double mean(
      List<FeatureReport.Row> rows, ToDoubleFunction<FeatureReport.Row> value) {
    return rows.stream().mapToDouble(value).average().orElseThrow();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
