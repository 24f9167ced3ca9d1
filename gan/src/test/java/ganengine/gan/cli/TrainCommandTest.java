package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.config.Presets;
import ganengine.gan.data.CacheFolder;
import ganengine.gan.data.pixels.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainCommandTest {
  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void nameRun() {
    run = folder.resolve("run");
  }

  @Test
  void saysWhereOnWhatWithWhichNetworksAndWhatNext() {
    Cli train = train("--steps", "3", "--out", run.toString());

    assertThat(train.err()).isEmpty();
    assertThat(train.code()).isZero();
    assertThat(train.out())
        .contains("device      cpu: float, Vector API")
        .contains("data set    digits: 10,000 images of 28 x 28 x 1")
        .contains("generator\n  layer")
        .contains("discriminator\n  layer")
        .contains("run         " + run)
        .contains("step 3/3, ")
        .contains("done after 3 steps; samples: " + run.resolve("samples"))
        .contains("next: gan-engine sample " + run);
    assertThat(run.resolve("samples/step-0000003.png")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({"auto, 1", "grey, 1", "rgb, 3"})
  void picturesAreMadeGreyOrColoured(String colour, int channels) throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (int i = 0; i < 8; i++) {
      Files.write(pictures.resolve(i + ".pgm"), Pictures.pgm(2, 2, i, i, i, 255));
    }
    System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
    try {
      String[] options = {
        "--dataset", "folder", "--data", pictures.toString(), "--image-size", "4"
      };
      Cli train =
          train(
              Stream.concat(
                      Stream.of(options),
                      Stream.of("--colour", colour, "--steps", "1", "--out", run.toString()))
                  .toArray(String[]::new));
      assertThat(train.err()).isEmpty();
      assertThat(train.out()).contains("folder: 8 images of 4 x 4 x " + channels);
    } finally {
      System.clearProperty(CacheFolder.PROPERTY);
    }
  }

  @Test
  void goesOnBitForBit() throws IOException {
    Path whole = folder.resolve("whole");
    train("--steps", "5", "--out", whole.toString());
    train("--steps", "2", "--out", run.toString());

    Cli resumed = Cli.run("train", "--resume", run.toString(), "--steps", "5", "--threads", "1");

    assertThat(resumed.out()).contains("step 3/5").contains("done after 5 steps");
    assertThat(Files.readAllBytes(run.resolve("samples/step-0000005.png")))
        .isEqualTo(Files.readAllBytes(whole.resolve("samples/step-0000005.png")));
  }

  @Test
  void goesOnFromACheckpointFile() {
    train("--steps", "2", "--checkpoint-every", "1", "--out", run.toString());
    Path first = run.resolve("checkpoints/step-0000001.safetensors");

    assertThat(Cli.run("train", "--resume", first.toString(), "--steps", "3").out())
        .contains("step 2/3")
        .contains("done after 3 steps");
  }

  @Test
  void whatItTrainsCannotChangeOnTheWay() {
    train("--steps", "1", "--out", run.toString());

    Cli changed = Cli.run("train", "--resume", run.toString(), "--latent", "7");

    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.err().strip())
        .isEqualTo(
            "gan-engine: --latent 7: the run began with 16, and that can't change on the way");
  }

  @Test
  void theDeviceMayChangeOnTheWayThePrecisionMayNot() {
    train("--steps", "1", "--device", "cpu", "--out", run.toString());

    Cli other = Cli.run("train", "--resume", run.toString(), "--precision", "fp32");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err().strip())
        .isEqualTo(
            "gan-engine: --precision fp32: the run began with auto, and that can't change on the"
                + " way");

    String[] moved = {"--device", "reference", "--deterministic", "true", "--steps", "2"};
    Cli resumed =
        Cli.run(
            Stream.concat(Stream.of("train", "--resume", run.toString()), Stream.of(moved))
                .toArray(String[]::new));
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("device      reference").contains("done after 2 steps");
  }

  @Test
  void aFinishedRunHasNothingToDo() {
    train("--steps", "1", "--out", run.toString());

    Cli again = Cli.run("train", "--resume", run.toString());

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("nothing to do: the run has its 1 steps");
  }

  @Test
  void passesOverADamagedCheckpointAndSaysSo() throws IOException {
    train("--steps", "2", "--checkpoint-every", "1", "--out", run.toString());
    Path newest = run.resolve("checkpoints/step-0000002.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length - 1] ^= 1;
    Files.write(newest, bytes);

    Cli resumed = Cli.run("train", "--resume", run.toString(), "--steps", "3");

    assertThat(resumed.code()).isZero();
    assertThat(resumed.err().strip()).hasLineCount(1).contains("step-0000002.safetensors");
    assertThat(resumed.out()).contains("step 2/3");
  }

  @Test
  void listsThePresets() {
    Cli list = Cli.run("train", "--preset", "list");

    assertThat(list.code()).isZero();
    assertThat(list.out().lines()).hasSize(Presets.NAMES.size());
    assertThat(list.out()).contains("mnist-wgan ").contains("Wasserstein GAN on MNIST");
  }

  @Test
  void printsTheSettingsThatResult() throws IOException {
    Cli printed = Cli.run("train", "--preset", "mnist-cgan", "--latent", "7", "--print-config");

    assertThat(printed.code()).isZero();
    assertThat(printed.out()).contains("conditional: onehot\n").contains("latent: 7\n");
    Path file = Files.writeString(folder.resolve("c.yaml"), printed.out());
    assertThat(Cli.run("train", "--config", file.toString(), "--print-config").out())
        .isEqualTo(printed.out());
  }

  private static Cli train(String... options) {
    List<String> line = new ArrayList<>(List.of("train", "--model", "mlp", "--latent", "16"));
    line.addAll(List.of("--batch", "8", "--device", "cpu"));
    line.addAll(List.of(options));
    return Cli.run(line.toArray(String[]::new));
  }
}
