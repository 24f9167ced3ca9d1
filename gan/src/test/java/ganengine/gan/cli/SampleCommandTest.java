package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleCommandTest {
  @TempDir static Path shelf;
  private static String run;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    run = shelf.resolve("run").toString();
    assertThat(Cli.run("train", "--model", "mlp", "--steps", "1", "--out", run).code()).isZero();
  }

  @Test
  void writesFilesAGridAndNumbersThatAgree() throws IOException {
    Path out = folder.resolve("out");
    Path grid = folder.resolve("grid.png");

    Cli sample =
        Cli.run(
            "sample",
            run,
            "--count",
            "5",
            "--out",
            out.toString(),
            "--grid",
            grid.toString(),
            "--npz",
            folder.resolve("a.npz").toString());

    assertThat(sample.err()).isEmpty();
    assertThat(sample.code()).isZero();
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder(
            "000000.png", "000001.png", "000002.png", "000003.png", "000004.png");
    assertThat(ImageIO.read(grid.toFile())).isNotNull();
    HostTensor numbers = Npz.read(folder.resolve("a.npz")).get("samples");
    assertThat(numbers.shape()).containsExactly(5, 28, 28, 1);
    BufferedImage third = ImageIO.read(out.resolve("000002.png").toFile());
    float middle = numbers.floats()[2 * 784 + 14 * 28 + 14];
    assertThat(third.getRaster().getSample(14, 14, 0)).isEqualTo(Math.round((middle + 1) * 127.5f));
  }

  @Test
  void anImageDependsOnTheSeedAndItsNumberOnly() throws IOException {
    float[] five = draw("5", "1");

    assertThat(draw("2", "1")).isEqualTo(Arrays.copyOf(five, 2 * 784));
    assertThat(draw("5", "2")).isNotEqualTo(five);
  }

  @Test
  void drawsTheClassThatIsAskedFor() throws IOException {
    String conditional = shelf.resolve("conditional").toString();
    String[] options = {"--model", "mlp", "--conditional", "onehot", "--steps", "1"};
    train(conditional, options);
    Path file = folder.resolve("drawn.npz");
    String[] line = {"sample", conditional, "--count", "11", "--npz", file.toString()};
    assertThat(Cli.run(line).code()).isZero();
    float[] inTurns = Npz.read(file).get("samples").floats();
    Path grid = folder.resolve("sevens.png");
    String[] sevens = {"--label", "7", "--grid", grid.toString()};
    assertThat(Cli.run(joined(line, sevens)).err()).isEmpty();
    float[] drawn = Npz.read(file).get("samples").floats();

    assertThat(ImageIO.read(grid.toFile())).isNotNull();
    assertThat(image(drawn, 7)).isEqualTo(image(inTurns, 7));
    assertThat(image(drawn, 8)).isNotEqualTo(image(inTurns, 8));
    assertThat(Cli.run("sample", conditional, "--label", "10", "--npz", file.toString()))
        .satisfies(outcome -> refused(outcome, "there is no class 10; expected 0 to 9"));
    assertThat(Cli.run("sample", run, "--label", "1", "--npz", file.toString()))
        .satisfies(outcome -> refused(outcome, "takes no labels"));
  }

  @Test
  void pointsAreDrawnAsDotsAndNotOneByOne() throws IOException {
    String points = shelf.resolve("points").toString();
    train(points, "--preset", "ring-pac2", "--steps", "1");
    Path grid = folder.resolve("dots.png");
    assertThat(Cli.run("sample", points, "--grid", grid.toString()).code()).isZero();
    assertThat(ImageIO.read(grid.toFile()).getWidth()).isEqualTo(512);
    Path out = folder.resolve("out");
    assertThat(Cli.run("sample", points, "--out", out.toString()))
        .satisfies(outcome -> refused(outcome, "makes points, not images"));
    assertThat(out).doesNotExist();
  }

  private static void train(String to, String... options) {
    String[] where = {"train", "--device", "cpu", "--out", to};
    Cli train = Cli.run(joined(where, options));
    assertThat(train.code()).as(train.err()).isZero();
  }

  private static String[] joined(String[] first, String... second) {
    return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
  }

  private static float[] image(float[] images, int number) {
    return Arrays.copyOfRange(images, 784 * number, 784 * (number + 1));
  }

  @Test
  void refusesWhatItCannotWriteBeforeItComputes() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(Cli.run("sample", run, "--out", folder.toString()))
        .satisfies(outcome -> refused(outcome, "is not empty"));
    assertThat(Cli.run("sample", run, "--out", file.resolve("x").toString()))
        .satisfies(outcome -> refused(outcome, "--out"));
    assertThat(Cli.run("sample", run, "--grid", folder.resolve("no/g.png").toString()))
        .satisfies(outcome -> refused(outcome, "there is no folder"));
    assertThat(Cli.run("sample", run, "--npz", folder.toString()))
        .satisfies(outcome -> refused(outcome, "is a folder"));
    assertThat(Cli.run("sample", run, "--count", "0", "--npz", "x.npz"))
        .satisfies(outcome -> refused(outcome, "from 1"));
    assertThat(Cli.run("sample", run, "--count", "9999999", "--npz", "x.npz"))
        .satisfies(outcome -> refused(outcome, "draw fewer"));
    assertThat(Cli.run("sample", run, "--precision", "fp23", "--npz", "x.npz"))
        .satisfies(outcome -> refused(outcome, "did you mean 'fp32'"));
    assertThat(Cli.run("sample", run, "--device", "cpu", "--precision", "tf32", "--npz", "x.npz"))
        .satisfies(outcome -> refused(outcome, "can't compute in precision tf32"));
  }

  /** Even the folder, which is checked first, is made last. */
  @Test
  void leavesNothingWhereItComesToNothing() {
    Path out = folder.resolve("a/b");
    String[] line = {"sample", run, "--device", "cpu", "--out", out.toString()};
    for (String[] option :
        new String[][] {{"--precision", "tf32"}, {"--label", "1"}, {"--count", "9999999"}}) {
      assertThat(Cli.run(joined(line, option)).code()).isEqualTo(2);
      assertThat(folder).isEmptyDirectory();
    }
    assertThat(Cli.run(joined(line, "--count", "1")).code()).isZero();
    assertThat(out).isDirectoryContaining("glob:**000000.png");
  }

  private static void refused(Cli outcome, String said) {
    assertThat(outcome.err().strip()).hasLineCount(1).startsWith("gan-engine: ").contains(said);
    assertThat(outcome.code()).isEqualTo(2);
  }

  private float[] draw(String count, String seed) throws IOException {
    Path file = folder.resolve("drawn.npz");
    Cli sample = Cli.run("sample", run, "--count", count, "--seed", seed, "--npz", file.toString());
    assertThat(sample.code()).as(sample.err()).isZero();
    return Npz.read(file).get("samples").floats();
  }
}
