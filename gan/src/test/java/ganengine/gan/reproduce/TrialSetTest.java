package ganengine.gan.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrialSetTest {
  @TempDir private Path folder;
  private TrialSet trials;

  @BeforeEach
  void threeSeedsOfTwoSystems() {
    trials = new TrialSet(Tables.TABLE, Tables.SCALE, 3, Map.of(), folder);
  }

  private void write(TrialSystem system, TrialResult result) throws IOException {
    TrialFolder place = new TrialFolder(folder, Tables.trial(system, result.seed()));
    Files.createDirectories(place.path());
    place.write(result);
  }

  @Test
  void systemsTakeTurns() {
    assertThat(trials.trials())
        .extracting(Trial::id)
        .containsExactly(
            "narrow-seed-1",
            "wide-2-seed-1",
            "narrow-seed-2",
            "wide-2-seed-2",
            "narrow-seed-3",
            "wide-2-seed-3");
    assertThat(trials.trial("wide-2-seed-3").config().channels()).isEqualTo(8);
    assertThatThrownBy(() -> trials.trial("wide-2-seed-4")).isInstanceOf(UserError.class);
  }

  @Test
  void whatIsDoneIsNotDoneAgainAndWhatFailedIs() throws IOException {
    write(Tables.NARROW, Tables.result(Tables.NARROW, 1, 8, 0.1));
    write(Tables.WIDE, Tables.failed(Tables.WIDE, 1, "why not"));
    assertThat(trials.toDo())
        .extracting(Trial::id)
        .doesNotContain("narrow-seed-1")
        .contains("wide-2-seed-1")
        .hasSize(5);
    assertThat(trials.table().text()).contains("Wide 2, seed 1 failed: why not");
  }

  @Test
  void aDamagedResultIsNamed() throws IOException {
    Path file = folder.resolve("narrow-seed-1/result.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"system\":");
    assertThatThrownBy(trials::toDo)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("result.json: is damaged; remove it");
  }

  @Test
  void oneAtATime() {
    try (TrialFolderLock held = new TrialFolderLock(folder)) {
      assertThatThrownBy(() -> new TrialFolderLock(held.folder()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("another gan-engine is at work there");
    }
    new TrialFolderLock(folder).close();
  }
}
