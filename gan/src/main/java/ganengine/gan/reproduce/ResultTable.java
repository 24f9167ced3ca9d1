package ganengine.gan.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The figures beside the paper's: a row for each system, two columns for each measure. */
public final class ResultTable {
  private final Reproduction reproduction;
  private final List<TrialSystem> systems;
  private final List<TrialResult> results;
  private final int seeds;

  ResultTable(
      Reproduction reproduction, List<TrialSystem> systems, List<TrialResult> results, int seeds) {
    this.reproduction = reproduction;
    this.systems = systems;
    this.results = results;
    this.seeds = seeds;
  }

  /** For a terminal. */
  public List<String> text() {
    List<List<String>> rows = rows();
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>(List.of(heading(), ""));
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add("");
    lines.addAll(remarks());
    return lines;
  }

  /** For a page of Markdown. */
  public String markdown() {
    List<List<String>> rows = rows();
    List<String> lines = new ArrayList<>(List.of("# " + heading(), ""));
    lines.add(markdown(rows.get(0)));
    lines.add(markdown(rows.get(0).stream().map(cell -> "---").toList()));
    rows.stream().skip(1).map(ResultTable::markdown).forEach(lines::add);
    for (String remark : remarks()) {
      lines.add("");
      lines.add(remark);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String markdown(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Whether a trial failed. */
  public boolean failed() {
    return results.stream().anyMatch(result -> !result.succeeded());
  }

  private String heading() {
    return reproduction.title() + ": mean ± standard error";
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("system", "trials"));
    for (Reproduction.Column column : reproduction.columns()) {
      head.add(column.title());
      head.add("paper");
    }
    rows.add(head);
    systems.forEach(system -> rows.add(row(system)));
    return rows;
  }

  private List<String> row(TrialSystem system) {
    List<TrialResult> done =
        results.stream()
            .filter(result -> result.system().equals(system.name()) && result.succeeded())
            .toList();
    List<String> cells = new ArrayList<>();
    cells.add(system.name());
    cells.add(done.size() + " of " + seeds);
    for (Reproduction.Column column : reproduction.columns()) {
      cells.add(here(column, done));
      double[] paper = system.paper(column.key());
      cells.add(
          paper == null
              ? "–"
              : Average.text(
                  paper[0], paper.length > 1 ? paper[1] : Double.NaN, column.decimals()));
    }
    return cells;
  }

  /** Where some trials gave no number, says of how many the mean is. */
  private static String here(Reproduction.Column column, List<TrialResult> done) {
    Average average =
        Average.of(
            done.stream()
                .map(result -> result.figures().getOrDefault(column.key(), Double.NaN))
                .toList());
    String text = average.text(column.decimals());
    return average.count() == 0 || average.count() == done.size()
        ? text
        : text + " (of " + average.count() + ")";
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!results.isEmpty()) {
      TrialResult any = results.get(0);
      remarks.add(
          "Judged by %,d samples a trial; %s steps; on %s."
              .formatted(any.samples(), steps(), devices()));
    }
    if (reproduction.note() != null) {
      remarks.add(reproduction.note().strip());
    }
    for (TrialResult result : results) {
      if (!result.succeeded()) {
        remarks.add(
            "%s, seed %d failed: %s".formatted(result.system(), result.seed(), result.failure()));
      }
    }
    return remarks;
  }

  private String steps() {
    return results.stream()
        .filter(TrialResult::succeeded)
        .map(result -> "%,d".formatted(result.steps()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private String devices() {
    return results.stream().map(TrialResult::device).distinct().collect(Collectors.joining("; "));
  }
}
