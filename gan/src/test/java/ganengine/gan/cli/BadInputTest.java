package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what the user gave: one line, exit code 2, and no run folder is left. */
final class BadInputTest {
  @TempDir Path folder;
  private Path data;
  private Path run;

  @BeforeEach
  void makeData() throws IOException {
    data = IdxFiles.write(folder.resolve("data"), 20);
    run = folder.resolve("new/run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --model dcgam                    | dcgan
          --dataset mnits                  | mnist
          --dataset mnist                  | --data
          --batch 0                        | whole number from 1
          --batch many                     | 'many'
          --epochs 1 --steps 5             | --epochs and --steps
          --image-size 6                   | 8 or more
          --preset mnist-wgna              | did you mean 'mnist-wgan'
          --dataset ring                   | it goes with --model points
          --model points                   | model points is for ring and grid
          --preset stacked-pac2 --conditional onehot | needs a data set with labels
          --preset stacked-pac2 --flip true | only single images can be mirrored
          --penalty r1                     | normD layer or none
          --batch 10001                    | 10,000 images
          --device gpu                     | cpu
          --threads -1                     | whole number from 0
          --precision fp16                 | auto, fp32, tf32, bf16
          --device cpu --precision bf16    | device cpu can't compute in precision bf16
          --deterministic perhaps          | true or false
          --rate 0                         | above 0
          --config no-such-file.yaml       | no-such-file.yaml
          """)
  void options(String options, String said) {
    refused(said, options.split(" "));
  }

  @Test
  void noSuchFolder() {
    refused("no such folder", "--dataset", "mnist", "--data", folder.resolve("nowhere").toString());
  }

  @Test
  void aFileInPlaceOfTheFolder() {
    Path file = data.resolve(IdxFiles.IMAGES);
    refused("is not a folder", "--dataset", "mnist", "--data", file.toString());
  }

  @Test
  void aMissingFile() throws IOException {
    Files.delete(data.resolve(IdxFiles.LABELS));
    refusedData(IdxFiles.LABELS);
  }

  @Test
  void anEmptyFile() throws IOException {
    replace(IdxFiles.IMAGES, new byte[0]);
    refusedData(IdxFiles.IMAGES);
  }

  @Test
  void aTruncatedFile() throws IOException {
    byte[] images = IdxFiles.images(20);
    replace(IdxFiles.IMAGES, IdxFiles.zipped(Arrays.copyOf(images, images.length - 1)));
    refusedData(IdxFiles.IMAGES);
  }

  @Test
  void anOverlongFile() throws IOException {
    byte[] images = IdxFiles.images(20);
    replace(IdxFiles.IMAGES, IdxFiles.zipped(Arrays.copyOf(images, images.length + 1)));
    refusedData(IdxFiles.IMAGES);
  }

  @Test
  void aWrongMagicNumber() throws IOException {
    replace(IdxFiles.IMAGES, IdxFiles.zipped(IdxFiles.labels(20)));
    refusedData(IdxFiles.IMAGES);
  }

  @Test
  void damagedCompression() throws IOException {
    byte[] zipped = Files.readAllBytes(data.resolve(IdxFiles.IMAGES));
    zipped[zipped.length / 2] ^= 0x55;
    replace(IdxFiles.IMAGES, zipped);
    refusedData(IdxFiles.IMAGES);
  }

  @Test
  void moreLabelsThanImages() throws IOException {
    replace(IdxFiles.LABELS, IdxFiles.zipped(IdxFiles.labels(21)));
    refusedData("21");
  }

  @Test
  void aRunFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    refused(file.toString(), "--out", file.resolve("run").toString());
  }

  @Test
  void aRunFolderInUse() throws IOException {
    Files.createDirectories(run);
    Path theirs = Files.writeString(run.resolve("theirs"), "");

    oneLine(Cli.run("train", "--out", run.toString()), "is not empty");
    assertThat(run).isDirectoryContaining(path -> path.equals(theirs));
  }

  @Test
  void noRunToResumeOrSample() throws IOException {
    Path foreign = Files.writeString(folder.resolve("foreign.safetensors"), "no tensors");

    oneLine(Cli.run("train", "--resume", run.toString()), "no such folder");
    oneLine(Cli.run("train", "--resume", folder.toString()), "not the folder of a run");
    oneLine(Cli.run("train", "--resume", foreign.toString()), "foreign.safetensors");
    oneLine(Cli.run("sample", foreign.toString(), "--grid", "g.png"), "foreign.safetensors");
    oneLine(Cli.run("sample", folder.toString()), "--out DIR, --grid FILE.png or --npz");
    oneLine(Cli.run("sample"), "RUN");
  }

  @Test
  void whatANewRunTakesAndAResumedOneDoesNot() {
    oneLine(Cli.run("train", "--resume", "x", "--out", "y"), "--out is for a new run");
    oneLine(Cli.run("train", "--resume", "x", "--config", "y"), "--config is for a new run");
  }

  private void replace(String file, byte[] contents) throws IOException {
    Files.write(data.resolve(file), contents);
  }

  private void refusedData(String said) {
    refused(said, "--dataset", "mnist", "--data", data.toString(), "--batch", "8");
  }

  private void refused(String said, String... options) {
    List<String> line = new ArrayList<>(List.of("train", "--out", run.toString()));
    line.addAll(List.of(options));
    oneLine(Cli.run(line.toArray(String[]::new)), said);
    assertThat(run.getParent()).doesNotExist();
  }

  private static void oneLine(Cli outcome, String said) {
    assertThat(outcome.err().lines())
        .as(outcome.err())
        .singleElement()
        .asString()
        .startsWith("gan-engine: ")
        .contains(said);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }
}
