package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.gan.onnx.SmallInception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluateCommandTest {
  @TempDir static Path shelf;
  private static String run;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    run = shelf.resolve("run").toString();
    assertThat(Cli.run("train", "--model", "mlp", "--steps", "1", "--out", run).code()).isZero();
  }

  @Test
  void printsATableAndWritesItIntoTheRun() throws IOException {
    Cli evaluated = Cli.run("evaluate", run, "--samples", "50");

    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    assertThat(evaluated.out())
        .contains("measure", "value", "real", "seconds")
        .contains("Frechet distance (classifier features)")
        .contains("only 50 samples for 64 features")
        .contains("precision (classifier features)")
        .contains("no FID")
        .contains("written to");
    assertThat(evaluated.err()).contains("drawing samples ...").contains("nearest neighbours");
    JsonNode stored = read(Path.of(run, "evaluation.json"));
    assertThat(stored.get("step").asLong()).isEqualTo(1);
    JsonNode frechet = stored.at("/evaluation/measures/0");
    assertThat(frechet.get("value").asDouble()).isGreaterThan(frechet.get("real").asDouble());
    assertThat(frechet.get("samples").asInt()).isEqualTo(50);
  }

  @Test
  void theSameSeedGivesTheSameValuesAnotherOneOthers() throws IOException {
    assertThat(values("1")).isEqualTo(values("1")).isNotEqualTo(values("2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--model mlp --conditional onehot|label accuracy",
        "--model points --dataset ring|modes of 8",
        "--model tiny --dataset stacked-mnist|floors at N = 20",
      })
  void everyKindOfDataHasItsMeasures(String settings, String said) {
    String out = folder.resolve("other").toString();
    String[] train = ("train --steps 1 --batch 4 --out " + out + " " + settings).split(" ");
    Cli trained = Cli.run(train);
    assertThat(trained.code()).as(trained.err()).isZero();

    Cli evaluated = Cli.run("evaluate", out, "--samples", "20");

    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    assertThat(evaluated.out()).contains(said);
  }

  @Test
  void refusesWhatItCannotDoBeforeItComputes() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    refused(Cli.run("evaluate", run, "--samples", "1"), "from 2, found '1'");
    refused(Cli.run("evaluate", run, "--threads", "-1"), "from 0, found '-1'");
    refused(Cli.run("evaluate", folder.resolve("none").toString()), "there is no such folder");
    refused(Cli.run("evaluate", file.toString()), "file");
    refused(Cli.run("evaluate", run, "--json", folder.toString()), "is a folder");
    refused(
        Cli.run("evaluate", run, "--json", folder.resolve("no/e.json").toString()),
        "there is no folder");
    assertThat(folder).isDirectoryContaining("glob:**file");
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void fidWithAFileOfTheUsers() throws IOException {
    String json = folder.resolve("fid.json").toString();
    String file = SmallInception.ofFid(folder.resolve("inception.onnx")).toString();
    String scores = SmallInception.write(folder.resolve("scores.onnx")).toString();
    Path damaged = folder.resolve("damaged.onnx");
    Files.write(damaged, Arrays.copyOf(Files.readAllBytes(Path.of(file)), 5000));

    Cli evaluated =
        Cli.run("evaluate", run, "--samples", "20", "--json", json, "--inception", file);

    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    assertThat(evaluated.out())
        .containsPattern("(?m)^FID +[0-9]")
        .containsPattern("(?m)^KID +[0-9]")
        .contains(
            "only 20 samples for 2,048 features", "of inception.onnx, images resampled to 75");
    assertThat(read(Path.of(json)).at("/evaluation/measures").findValuesAsText("name"))
        .contains("Frechet distance (classifier features)", "FID", "KID");
    refused(inception(scores), "has the 2,048 features of Inception's last pool");
    refused(inception(damaged.toString()), "damaged.onnx: no ONNX model to use: ");
    refused(inception(file, "--inception-pixels", "byte"), "did you mean 'bytes'?");
    refused(Cli.run("evaluate", run, "--inception-output", "pool"), "need --inception FILE");
  }

  private static Cli inception(String file, String... more) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", run, "--inception", file));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  @Test
  void tooFewSamplesAreOneLineAndNoFile() {
    Path json = folder.resolve("few.json");

    Cli few = Cli.run("evaluate", run, "--samples", "4", "--json", json.toString());

    assertThat(few.code()).isEqualTo(2);
    assertThat(few.err()).contains("gan-engine: a measure of nearest neighbours needs at least 6");
    assertThat(json).doesNotExist();
  }

  @Test
  void numbersHaveFourDigitsAndNoExponent() {
    assertThat(EvaluationTable.number(1234.5678)).isEqualTo("1235");
    assertThat(EvaluationTable.number(0.00012345)).isEqualTo("0.0001234");
    assertThat(EvaluationTable.number(1000.0)).isEqualTo("1000");
    assertThat(EvaluationTable.number(-1e-12)).isEqualTo("0");
    assertThat(EvaluationTable.number(null)).isEqualTo("-");
  }

  private String values(String seed) throws IOException {
    Path json = folder.resolve("values.json");
    Cli evaluated =
        Cli.run("evaluate", run, "--samples", "30", "--seed", seed, "--json", json.toString());
    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    StringBuilder values = new StringBuilder();
    read(json).at("/evaluation/measures").forEach(line -> values.append(line.get("value")));
    return values.toString();
  }

  private static void refused(Cli outcome, String said) {
    assertThat(outcome.err().strip()).hasLineCount(1).startsWith("gan-engine: ").contains(said);
    assertThat(outcome.code()).isEqualTo(2);
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
