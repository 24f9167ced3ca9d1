package ganengine.bench.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes one Markdown page and one JSON file of what {@code tools/gpu-check} left in a folder:
 * {@code CardReport DIR} reads {@code findings.txt}, {@code doctor.txt}, {@code kernels.jsonl},
 * {@code losses-*.jsonl} and {@code steps-*.jsonl}, whichever there are, and writes {@code
 * gpu-check.md} and {@code gpu-check.json}.
 */
public final class CardReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "gan-engine";

  private final Path folder;
  private final StringBuilder page = new StringBuilder();
  private final ObjectNode data = JSON.createObjectNode();

  private CardReport(Path folder) {
    this.folder = folder;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: CardReport DIR");
      System.exit(2);
    }
    new CardReport(Path.of(arguments[0])).write();
  }

  private void write() throws IOException {
    page.append("# gpu-check\n\n");
    text("Findings", "findings.txt");
    text("doctor", "doctor.txt");
    losses();
    kernels();
    steps();
    Files.writeString(folder.resolve("gpu-check.md"), page);
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve("gpu-check.json").toFile(), data);
  }

  private void text(String title, String file) throws IOException {
    Path path = folder.resolve(file);
    if (Files.exists(path)) {
      String content = Files.readString(path).strip();
      page.append("## %s%n%n```%n%s%n```%n%n".formatted(title, content));
      data.put(title.toLowerCase(java.util.Locale.ROOT), content);
    }
  }

  /** The first losses of both sides from the same weights, and how far apart they are at most. */
  private void losses() throws IOException {
    List<JsonNode> ours = lines("losses-ours.jsonl");
    List<JsonNode> peers = lines("losses-torch.jsonl");
    if (ours.isEmpty() || peers.isEmpty()) {
      return;
    }
    page.append("## Same arithmetic: losses of 5 steps from the same weights, float\n\n");
    page.append("| network | largest difference, relative |\n|---|---|\n");
    for (JsonNode row : ours) {
      String network = row.get("network").asText();
      Optional<JsonNode> peer =
          peers.stream().filter(p -> p.get("network").asText().equals(network)).findFirst();
      page.append("| %s | %s |%n".formatted(network, peer.map(p -> apart(row, p)).orElse("-")));
    }
    page.append('\n');
    data.set("losses_ours", array(ours));
    data.set("losses_torch", array(peers));
  }

  private static String apart(JsonNode ours, JsonNode peer) {
    double most = 0;
    for (int step = 0; step < ours.get("losses").size(); step++) {
      for (int net = 0; net < 2; net++) {
        double a = ours.get("losses").get(step).get(net).asDouble();
        double b = peer.get("losses").get(step).get(net).asDouble();
        most = Math.max(most, Math.abs(a - b) / Math.abs(b));
      }
    }
    return "%.1e".formatted(most);
  }

  private void kernels() throws IOException {
    List<JsonNode> rows = lines("kernels.jsonl");
    if (rows.isEmpty()) {
      return;
    }
    page.append(
        "## Kernels\n\n| kernel | precision | microseconds | rate | share of the limit |\n");
    page.append("|---|---|---|---|---|\n");
    for (JsonNode row : rows) {
      boolean memory = row.has("GB_per_s");
      page.append(
          "| %s | %s | %.1f | %.1f %s | %.0f %% |%n"
              .formatted(
                  row.get("kernel").asText(),
                  row.get("precision").asText(),
                  row.get("microseconds").asDouble(),
                  row.get(memory ? "GB_per_s" : "TFLOP_per_s").asDouble(),
                  memory ? "GB/s" : "TFLOP/s",
                  100 * row.get(memory ? "share_of_copy" : "share_of_matrix_rate").asDouble()));
    }
    page.append("\nLimits: the first two rows of each precision, from the same run.\n\n");
    data.set("kernels", array(rows));
  }

  /** A line for each network, batch and precision; each side's modes beside each other. */
  private void steps() throws IOException {
    List<JsonNode> rows = new ArrayList<>(lines("steps-ours.jsonl"));
    rows.addAll(lines("steps-torch.jsonl"));
    if (rows.isEmpty()) {
      return;
    }
    Map<String, List<JsonNode>> groups = new TreeMap<>();
    for (JsonNode row : rows) {
      String group =
          "%s | %4d | %s"
              .formatted(
                  row.get("network").asText(),
                  row.get("batch").asInt(),
                  row.get("precision").asText());
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(row);
    }
    page.append("## Training steps, milliseconds (median; peak MiB)\n\n");
    page.append(
        "| network | batch | precision | ours, eager | ours, graph | PyTorch eager | its best other"
            + " | graph against eager | graph against its best |\n");
    page.append("|---|---|---|---|---|---|---|---|---|\n");
    groups.forEach((group, members) -> page.append(line(group, members)));
    page.append('\n');
    for (JsonNode row : rows) {
      if (row.has("error") || row.has("note")) {
        page.append("- %s%n".formatted(row));
      }
    }
    data.set("steps", array(rows));
  }

  private static String line(String group, List<JsonNode> members) {
    Optional<JsonNode> eager = mode(members, true, "eager");
    Optional<JsonNode> graph = mode(members, true, "graph");
    Optional<JsonNode> torch = mode(members, false, "eager");
    Optional<JsonNode> best =
        members.stream()
            .filter(row -> !ours(row) && !row.get("mode").asText().equals("eager"))
            .filter(row -> row.has("median_s"))
            .min(Comparator.comparingDouble(row -> row.get("median_s").asDouble()));
    return "| %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            group,
            cell(eager),
            cell(graph),
            cell(torch),
            best.map(b -> cell(best) + " " + b.get("mode").asText()).orElse("-"),
            ratio(torch, graph),
            ratio(best, graph));
  }

  private static boolean ours(JsonNode row) {
    return row.get("peer").asText().equals(OURS);
  }

  private static Optional<JsonNode> mode(List<JsonNode> members, boolean ours, String mode) {
    return members.stream()
        .filter(row -> ours(row) == ours && row.get("mode").asText().equals(mode))
        .filter(row -> row.has("median_s"))
        .findFirst();
  }

  private static String cell(Optional<JsonNode> row) {
    return row.map(
            r ->
                "%.3f; %d"
                    .formatted(
                        1e3 * r.get("median_s").asDouble(), r.get("peak_bytes").asLong() >> 20))
        .orElse("-");
  }

  private static String ratio(Optional<JsonNode> slow, Optional<JsonNode> fast) {
    return slow.isPresent() && fast.isPresent()
        ? "%.2fx"
            .formatted(
                slow.get().get("median_s").asDouble() / fast.get().get("median_s").asDouble())
        : "-";
  }

  private static ArrayNode array(List<JsonNode> rows) {
    return JSON.createArrayNode().addAll(rows);
  }

  private List<JsonNode> lines(String file) throws IOException {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(path)) {
      for (String line : lines.filter(l -> l.startsWith("{")).toList()) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }
}
