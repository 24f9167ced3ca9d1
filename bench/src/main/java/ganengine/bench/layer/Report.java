package ganengine.bench.layer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import ganengine.bench.compare.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The passes as tables for people and as JSON.
 *
 * @param machine what the figures hold for
 * @param limits of as many threads
 * @param measurements in the order of the tables
 */
record Report(String machine, Limits limits, List<Measurement> measurements) {
  private static final List<String> PASSES = List.of("forward", "inputGradient", "filterGradient");

  /** Writes {@code layers.md} and {@code layers.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("layers.md"), markdown());
    Files.writeString(folder.resolve("layers.json"), json());
  }

  /** A rate over the limit of its kind: multiply-adds, or memory as triad moves it. */
  double share(Measurement measurement) {
    double limit = measurement.arithmetic() ? limits.gflops() : limits.triadGbytes();
    return measurement.rate() / limit;
  }

  String json() throws IOException {
    List<Map<String, Object>> rows =
        measurements.stream()
            .map(
                each -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("benchmark", each.benchmark());
                  row.put("pass", each.pass());
                  row.put("layer", each.layer());
                  row.put("size", each.words());
                  row.put(each.arithmetic() ? "gflops" : "gbytes", each.rate());
                  row.put("share", share(each));
                  return row;
                })
            .toList();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine);
    all.put("limits", limits);
    all.put("rows", rows);
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all)
        + "\n";
  }

  String markdown() {
    StringBuilder text = new StringBuilder(machine);
    text.append(
        format(
            "; limits: %.0f GFLOP/s of fp32 multiply-adds, memory %.1f GB/s (triad)\n",
            limits.gflops(), limits.triadGbytes()));
    Map<String, List<Measurement>> layers =
        measurements.stream()
            .filter(Measurement::arithmetic)
            .collect(
                Collectors.groupingBy(Measurement::layer, LinkedHashMap::new, Collectors.toList()));
    if (!layers.isEmpty()) {
      text.append(
          """

          | convolution, GFLOP/s and share of the limit | size | forward | input gradient | filter gradient |
          | --- | --- | --- | --- | --- |
          """);
      layers.forEach((layer, passes) -> text.append(line(layer, passes)));
    }
    if (measurements.stream().anyMatch(each -> !each.arithmetic())) {
      text.append(
          """

          | pass over memory | layer | size | GB/s | share of the limit |
          | --- | --- | --- | --- | --- |
          """);
      measurements.stream()
          .filter(each -> !each.arithmetic())
          .map(this::line)
          .forEach(text::append);
    }
    return text.toString();
  }

  private String line(String layer, List<Measurement> passes) {
    String cells =
        PASSES.stream()
            .map(
                pass ->
                    passes.stream()
                        .filter(each -> each.pass().equals(pass))
                        .map(each -> format("%.0f (%.0f %%)", each.rate(), 100 * share(each)))
                        .findFirst()
                        .orElse(""))
            .collect(Collectors.joining(" | "));
    return format("| %s | %s | %s |\n", layer, passes.get(0).words(), cells);
  }

  private String line(Measurement one) {
    return format(
        "| %s.%s | %s | %s | %.1f | %.0f %% |\n",
        one.benchmark(), one.pass(), one.layer(), one.words(), one.rate(), 100 * share(one));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
