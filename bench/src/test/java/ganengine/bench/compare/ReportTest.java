package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static Row row(String contestant, int threads, double otherCores) {
    return new Row(
        "mlp",
        threads,
        contestant,
        new Spread(0.02, 0.01, 0.04),
        3200,
        50,
        1.25,
        123_000_000,
        otherCores,
        List.of(new Turn(1, 50, otherCores)));
  }

  private final Report report =
      new Report(
          "a machine",
          List.of(new Limits(1, 200, 10, 20, 30), new Limits(2, 400, 11, 21, 31)),
          List.of(row("gan-engine", 1, 0.01), row("libtorch fp32 (MKL)", 2, 0.3)));

  @Test
  void aLineForEachRowWithItsShareOfTheLimitOfSoManyThreads() {
    assertThat(report.markdown().lines())
        .contains(
            "| mlp | 1 | gan-engine | 0.0200 | 0.0100 | 0.0400 | 3,200 | 1.25 | 50 | 25 % | 123 | 0.01 |",
            "| mlp | 2 | libtorch fp32 (MKL) | 0.0200 | 0.0100 | 0.0400 | 3,200 | 1.25 | 50 | 13 % | 123 | 0.30, disturbed |",
            "| 2 | 400 | 11.0 | 21.0 | 31.0 |");
  }

  @Test
  void everyTableHasAsManyCellsInEveryLine() {
    for (String table : report.markdown().split("\n\n", -1)) {
      assertThat(table.lines().map(line -> line.chars().filter(c -> c == '|').count()).distinct())
          .hasSize(1);
    }
  }

  @Test
  void theJsonHoldsEveryTurn(@TempDir Path folder) throws IOException {
    report.write(folder);
    JsonNode all = new ObjectMapper().readTree(folder.resolve("peers.json").toFile());
    assertThat(all.at("/rows/1/secondsPerStep/max").asDouble()).isEqualTo(0.04);
    assertThat(all.at("/rows/1/turns/0/steps").asInt()).isEqualTo(50);
    assertThat(all.at("/limits/1/gflops").asDouble()).isEqualTo(400);
    assertThat(Files.readString(folder.resolve("peers.md"))).isEqualTo(report.markdown());
  }
}
