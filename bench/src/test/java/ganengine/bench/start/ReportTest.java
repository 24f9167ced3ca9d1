package ganengine.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.bench.peer.StepMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static JavaStarts starts(String java, double... secondsPerStep) {
    return new JavaStarts(
        Arrays.stream(secondsPerStep).mapToObj(each -> process(java, each)).toList());
  }

  private static FreshProcess process(String java, double secondsPerStep) {
    List<StepMark> marks =
        IntStream.range(0, 100)
            .mapToObj(i -> new StepMark(1 + i * secondsPerStep, i, 2000L * i))
            .toList();
    return new FreshProcess(java, new Start(marks), 0.04);
  }

  private final Report report =
      new Report("a machine", List.of(starts("17", 0.1, 0.1, 0.1), starts("25", 0.1, 0.13, 0.1)));

  @Test
  void aStartBelowFourFifthsOfTheOthersRateIsSlow() {
    assertThat(report.javas()).extracting(JavaStarts::slow).containsExactly(0L, 1L);
    assertThat(starts("17", 0.1, 0.12, 0.1).slow()).isZero();
  }

  @Test
  void aLineForEachJava() {
    assertThat(report.markdown().lines())
        .contains(
            "| 17 | 3 | 0 | 0.1000 | 0.1000 | 0.1000 | 1.0 | 1.0 | 1.0 | 1.0 | 1.0 | 2 | 2 | 0.04 | 0.04 |",
            "| 25 | 3 | 1 | 0.1000 | 0.1000 | 0.1300 | 1.0 | 1.0 | 1.0 | 1.0 | 1.0 | 2 | 2 | 0.04 | 0.04 |");
    String table = report.markdown().split("\n\n", -1)[1];
    assertThat(table.lines().map(line -> line.chars().filter(c -> c == '|').count()).distinct())
        .hasSize(1);
  }

  @Test
  void theJsonHoldsEveryStart(@TempDir Path folder) throws IOException {
    report.write(folder);
    JsonNode all = new ObjectMapper().readTree(folder.resolve("starts.json").toFile());
    assertThat(all.at("/25/slowStarts").asInt()).isEqualTo(1);
    assertThat(all.at("/25/bytesPerStep/2").asDouble()).isEqualTo(2000);
    assertThat(all.at("/17/otherCores")).hasSize(3);
    assertThat(folder.resolve("starts.md")).hasContent(report.markdown());
  }
}
