package ganengine.bench.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.bench.compare.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Limits LIMITS = new Limits(2, 400, 50, 45, 40);

  private final Report report =
      new Report(
          "a machine",
          LIMITS,
          List.of(
              new Measurement("Convolution", "filterGradient", "DCGAN_64", true, 300),
              new Measurement("Convolution", "filterGradient", "STRIDE_1", true, 200),
              new Measurement("Convolution", "forward", "DCGAN_64", true, 500),
              new Measurement("BatchNorm", "gradient", "DCGAN_64", false, 36)));

  @Test
  void aLineForEachLayerWithItsPassesAsSharesOfTheMultiplyAdds() {
    assertThat(report.markdown().lines())
        .contains(
            "a machine; limits: 400 GFLOP/s of fp32 multiply-adds, memory 40.0 GB/s (triad)",
            "| DCGAN_64 | 16x16x128 to 8x8x256, kernel 4, stride 2 | 500 (125 %) |  | 300 (75 %) |",
            "| STRIDE_1 | 16x16x128 to 16x16x128, kernel 3, stride 1 |  |  | 200 (50 %) |");
  }

  @Test
  void passesOverMemoryAreSharesOfTheTriad() {
    assertThat(report.markdown().lines())
        .contains("| BatchNorm.gradient | DCGAN_64 | 32x32x64 | 36.0 | 90 % |");
  }

  @Test
  void everyTableHasAsManyCellsInEveryLine() {
    List<String> tables = List.of(report.markdown().split("\n\n", -1));
    assertThat(tables).hasSize(3);
    for (String table : tables.subList(1, 3)) {
      assertThat(table.lines().map(line -> line.chars().filter(c -> c == '|').count()).distinct())
          .hasSize(1);
    }
  }

  @Test
  void aTableWithoutLinesIsLeftOut() {
    Report one = new Report("a machine", LIMITS, report.measurements().subList(3, 4));
    assertThat(one.markdown()).doesNotContain("convolution").contains("pass over memory");
  }

  @Test
  void theJsonHoldsEveryPass(@TempDir Path folder) throws IOException {
    report.write(folder);
    JsonNode all = new ObjectMapper().readTree(folder.resolve("layers.json").toFile());
    assertThat(all.at("/rows/2/gflops").asDouble()).isEqualTo(500);
    assertThat(all.at("/rows/3/gbytes").asDouble()).isEqualTo(36);
    assertThat(all.at("/rows/3/share").asDouble()).isEqualTo(0.9);
    assertThat(all.at("/limits/triadGbytes").asDouble()).isEqualTo(40);
    assertThat(folder.resolve("layers.md")).hasContent(report.markdown());
  }
}
