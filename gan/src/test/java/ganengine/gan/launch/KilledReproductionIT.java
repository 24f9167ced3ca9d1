package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reproduction killed with SIGKILL and started again goes on with what is left. */
final class KilledReproductionIT {
  private static final int TRIALS = 4;

  @TempDir private Path folder;

  @Test
  void whatWasDoneBeforeTheKillStaysDone() throws Exception {
    try (GanProcess killed = start("--jobs", "1")) {
      killed.awaitOut(text -> text.contains("gan-seed-1: "));
      killed.signal("KILL");
      assertThat(killed.exitCode()).isNotZero();
    }
    awaitUnlocked();
    Map<String, String> before = results();
    assertThat(before).isNotEmpty();

    try (GanProcess again = start("--jobs", "2")) {
      assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
      assertThat(again.out())
          .contains("%d trials, %d of them to do".formatted(TRIALS, TRIALS - before.size()))
          .containsPattern("GAN +2 of 2")
          .containsPattern("PacGAN3 +2 of 2");
    }
    Map<String, String> after = results();
    assertThat(after).hasSize(TRIALS).containsAllEntriesOf(before);
    assertThat(folder.resolve("trials/table.md")).content().contains("| PacGAN3 | 2 of 2 |");
  }

  @Test
  void oneJobOrTwoGiveTheSameFigures() throws Exception {
    List<List<String>> figures = new ArrayList<>();
    for (String jobs : List.of("1", "2")) {
      try (GanProcess run = start("--jobs", jobs, "--out", "jobs-" + jobs)) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        figures.add(run.out().lines().filter(line -> line.contains("2 of 2")).toList());
      }
    }
    assertThat(figures.get(0)).hasSize(2).isEqualTo(figures.get(1));
  }

  private GanProcess start(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("reproduce", "pacgan-ring", "--scale", "quick", "--device", "cpu"));
    arguments.addAll(List.of("--seeds", "2", "--steps", "30", "--out", "trials"));
    arguments.addAll(List.of(more));
    return new GanProcess.Start(folder).start(arguments.toArray(String[]::new));
  }

  /** The killed launcher's child ends by itself a moment later. */
  private void awaitUnlocked() throws Exception {
    while (true) {
      try (GanProcess table = start("--table")) {
        assertThat(table.exitCode()).isZero();
      }
      Map<String, String> seen = results();
      Thread.sleep(1000);
      if (results().equals(seen)) {
        return;
      }
    }
  }

  /** Contents of each result there is, by its trial. */
  private Map<String, String> results() throws IOException {
    Map<String, String> results = new TreeMap<>();
    if (Files.isDirectory(folder.resolve("trials"))) {
      try (Stream<Path> trials = Files.list(folder.resolve("trials"))) {
        for (Path trial : trials.toList()) {
          Path result = trial.resolve("result.json");
          if (Files.exists(result)) {
            results.put(trial.getFileName().toString(), Files.readString(result));
          }
        }
      }
    }
    return results;
  }
}
