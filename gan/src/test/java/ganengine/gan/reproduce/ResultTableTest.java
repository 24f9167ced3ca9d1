package ganengine.gan.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static ResultTable table(TrialResult... results) {
    return new ResultTable(Tables.TABLE, Tables.TABLE.systems(), List.of(results), 3);
  }

  private final ResultTable full =
      table(
          Tables.result(Tables.NARROW, 1, 5, 0.5),
          Tables.result(Tables.WIDE, 1, 8, 0.25),
          Tables.result(Tables.NARROW, 2, 7, Double.NaN));

  @Test
  void standsBesideThePaperAsText() {
    assertThat(full.text())
        .containsExactly(
            "A table: mean ± standard error",
            "",
            "system  trials  modes of 8  paper      KL           paper",
            "Narrow  2 of 3  6.0 ± 1.0   6.0 ± 1.0  0.50 (of 1)  –",
            "Wide 2  1 of 3  8.0         7.0        0.25         –",
            "",
            "Judged by 100 samples a trial; 4 steps; on a device.",
            "A perfect one has 8.");
    assertThat(full.failed()).isFalse();
  }

  @Test
  void standsBesideThePaperAsMarkdown() {
    assertThat(full.markdown())
        .startsWith("# A table: mean ± standard error\n\n| system | trials | modes of 8 | paper |")
        .contains("\n| --- | --- | --- | --- | --- | --- |\n")
        .contains("\n| Narrow | 2 of 3 | 6.0 ± 1.0 | 6.0 ± 1.0 | 0.50 (of 1) | – |\n")
        .endsWith("A perfect one has 8.\n");
  }

  @Test
  void aFailedTrialIsNamedAndNotCounted() {
    ResultTable table =
        table(
            Tables.result(Tables.NARROW, 1, 5, 0.5),
            Tables.failed(Tables.NARROW, 2, "the losses are no numbers any more"));
    assertThat(table.failed()).isTrue();
    assertThat(table.text())
        .anyMatch(line -> line.startsWith("Narrow  1 of 3  5.0 "))
        .contains("Narrow, seed 2 failed: the losses are no numbers any more");
  }

  @Test
  void beforeAnythingIsDoneItShowsThePaper() {
    assertThat(table().text()).anyMatch(line -> line.startsWith("Narrow  0 of 3  –           6.0"));
  }
}
