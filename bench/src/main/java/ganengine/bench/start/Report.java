package ganengine.bench.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import ganengine.bench.compare.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The starts as a table for people and as JSON.
 *
 * @param machine what the figures hold for
 * @param javas a row each
 */
record Report(String machine, List<JavaStarts> javas) {
  /** Writes {@code starts.md} and {@code starts.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("starts.md"), markdown());
    Files.writeString(folder.resolve("starts.json"), json());
  }

  /** Every start's figures, in the order made. */
  String json() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine);
    for (JavaStarts java : javas) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("slowStarts", java.slow());
      row.put("secondsPerStep", java.each(Start::secondsPerStep));
      row.put("secondsToSpeed", java.each(Start::secondsToSpeed));
      row.put("secondsToLastingSpeed", java.each(Start::secondsToLastingSpeed));
      row.put("cpuSecondsPerStep", java.each(Start::cpuSecondsPerStep));
      row.put("bytesPerStep", java.each(Start::bytesPerStep));
      row.put("otherCores", java.otherCores());
      all.put(java.java(), row);
    }
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all)
        + "\n";
  }

  String markdown() {
    StringBuilder text = new StringBuilder(machine).append("\n\n");
    text.append(
        """
        | Java | starts | slow ones | s a step: median | min | max | s to 90 %: median | min | max | s until never below: median | max | KB allocated a step: median | max | others' load: median | max |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    javas.forEach(java -> text.append(line(java)));
    return text.toString();
  }

  private static String line(JavaStarts java) {
    Spread step = java.spread(Start::secondsPerStep);
    Spread speed = java.spread(Start::secondsToSpeed);
    Spread lasting = java.spread(Start::secondsToLastingSpeed);
    Spread bytes = java.spread(Start::bytesPerStep);
    Spread load = Spread.of(java.otherCores());
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.4f | %.4f | %.4f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %.2f | %.2f |\n",
        java.java(),
        java.processes().size(),
        java.slow(),
        step.median(),
        step.min(),
        step.max(),
        speed.median(),
        speed.min(),
        speed.max(),
        lasting.median(),
        lasting.max(),
        bytes.median() / 1e3,
        bytes.max() / 1e3,
        load.median(),
        load.max());
  }
}
