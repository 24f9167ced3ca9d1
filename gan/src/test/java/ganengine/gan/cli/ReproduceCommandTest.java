package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproduceCommandTest {
  @TempDir private Path folder;

  private Cli reproduce(String... arguments) {
    List<String> ring =
        List.of("reproduce", "pacgan-ring", "--scale", "quick", "--device", "cpu", "--seeds", "1");
    List<String> out = List.of("--steps", "3", "--out", folder.resolve("out").toString());
    return Cli.run(
        Stream.of(ring, out, List.of(arguments)).flatMap(List::stream).toArray(String[]::new));
  }

  @Test
  void trainsEveryTrialOnceAndShowsTheTable() throws IOException {
    Cli first = reproduce();
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("pacgan-ring: 2 trials, 2 of them to do")
        .contains("gan-seed-1: highQuality", "pacgan3-seed-1: highQuality")
        .containsPattern("GAN +1 of 1 +[\\d.]+ +6.3 ± 0.5")
        .containsPattern("PacGAN3 +1 of 1 +[\\d.]+ +7.8 ± 0.1");
    assertThat(folder.resolve("out/table.md")).content().startsWith("# Modes of the 2D ring");

    Cli second = reproduce();
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("2 trials, 0 of them to do").contains("PacGAN3  1 of 1");
  }

  @Test
  void theTableCanBeAskedForAnyTime() {
    Cli table = reproduce("--table");
    assertThat(table.code()).isZero();
    assertThat(table.out()).contains("GAN      0 of 1  –");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFailedTrialIsInTheTableAndInTheExitCode() throws IOException {
    reproduce();
    Path result = folder.resolve("out/gan-seed-1/result.json");
    Files.writeString(
        result,
        Files.readString(result)
            .replaceFirst("\"failure\" : null", "\"failure\" : \"the losses are no numbers\""));
    Cli table = reproduce("--table");
    assertThat(table.code()).isEqualTo(1);
    assertThat(table.out())
        .contains("GAN      0 of 1", "PacGAN3  1 of 1")
        .contains("GAN, seed 1 failed: the losses are no numbers");
  }

  @Test
  void mistakesAreOneLineAndLeaveNothing() {
    assertMistake(Cli.run("reproduce", "pacgan-rong"), "did you mean 'pacgan-ring'?");
    assertMistake(reproduce("--scale", "huge"), "expected one of full, quick");
    assertMistake(reproduce("--jobs", "0"), "--jobs: expected a whole number from 1, found '0'");
    assertMistake(reproduce("--seeds", "-1"), "--seeds: expected a whole number from 1");
    assertMistake(reproduce("--steps", "0"), "--steps: expected a whole number from 1, found '0'");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void dataThatIsNotThereStopsAllTrials() {
    Cli missing =
        Cli.run(
            "reproduce",
            "wgan-vs-gan",
            "--data",
            folder.resolve("none").toString(),
            "--out",
            folder.resolve("out").toString());
    assertMistake(missing, "none");
  }

  private static void assertMistake(Cli run, String words) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains(words);
  }
}
