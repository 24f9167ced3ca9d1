package ganengine.bench.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results as a table for people and as JSON.
 *
 * @param machine processor, number of processors, Java: what the figures hold for
 * @param limits by number of threads
 * @param rows in the order measured
 */
record Report(String machine, List<Limits> limits, List<Row> rows) {
  /** Writes {@code peers.md} and {@code peers.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("peers.md"), markdown());
    Files.writeString(folder.resolve("peers.json"), json());
  }

  String json() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine);
    all.put("limits", limits);
    all.put("rows", rows);
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all)
        + "\n";
  }

  String markdown() {
    StringBuilder text = new StringBuilder(machine).append("\n\n");
    text.append(
        """
        | network | threads | | s a step: median | min | max | images/s | speed, libtorch fp32 = 1 | GFLOP/s | share of the limit | peak memory, MB | others' load |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    rows.forEach(row -> text.append(line(row)));
    text.append(
        """

        | this machine's limits, threads | fp32 multiply-adds, GFLOP/s | memory: read, GB/s | copy | triad |
        | --- | --- | --- | --- | --- |
        """);
    for (Limits limit : limits) {
      text.append(
          format(
              "| %d | %.0f | %.1f | %.1f | %.1f |\n",
              limit.threads(),
              limit.gflops(),
              limit.readGbytes(),
              limit.copyGbytes(),
              limit.triadGbytes()));
    }
    return text.toString();
  }

  private String line(Row row) {
    Spread step = row.secondsPerStep();
    return format(
        "| %s | %d | %s | %.4f | %.4f | %.4f | %,.0f | %.2f | %.0f | %.0f %% | %.0f | %.2f%s |\n",
        row.network(),
        row.threads(),
        row.contestant(),
        step.median(),
        step.min(),
        step.max(),
        row.imagesPerSecond(),
        row.speedOfPeer(),
        row.gflops(),
        100 * row.gflops() / limit(row.threads()).gflops(),
        row.peakBytes() / 1e6,
        row.otherCores(),
        row.otherCores() > Rounds.DISTURBED ? ", disturbed" : "");
  }

  private Limits limit(int threads) {
    return limits.stream().filter(limit -> limit.threads() == threads).findFirst().orElseThrow();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
