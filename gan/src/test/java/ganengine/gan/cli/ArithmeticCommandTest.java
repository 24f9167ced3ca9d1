package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.gan.latent.LatentSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArithmeticCommandTest {
  private static final int LATENT = 8;

  @TempDir static Path shelf;
  private static String run;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    run = train("run");
  }

  private static String train(String name, String... more) {
    String to = shelf.resolve(name).toString();
    String[] words = {"train", "--device", "cpu", "--model", "mlp", "--latent", "8"};
    String[] tiny = {"--steps", "1", "--out", to};
    Cli train = Cli.run(Stream.of(words, tiny, more).flatMap(Stream::of).toArray(String[]::new));
    assertThat(train.code()).as(train.err()).isZero();
    return to;
  }

  private Cli arithmetic(String of, String... words) {
    String[] line = {"arithmetic", of, "--device", "cpu", "--among", "50"};
    return Cli.run(Stream.of(line, words).flatMap(Stream::of).toArray(String[]::new));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode found(String a, String b, String c) throws IOException {
    Path json = folder.resolve("found.json");
    Cli done = arithmetic(run, "--a", a, "--b", b, "--c", c, "--json", json.toString());
    assertThat(done.code()).as(done.err()).isZero();
    return new ObjectMapper().readTree(json.toFile()).get("found");
  }

  @Test
  void writesAPictureASheetAndNumbers() throws IOException {
    Cli done =
        arithmetic(
            run,
            "--a",
            "3,17,40",
            "--b",
            "5,6,21",
            "--c",
            "8,9,30",
            "--out",
            file("a.png"),
            "--sheet",
            file("s.png"),
            "--json",
            file("a.json"));

    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("3,17,40: samples [3, 17, 40]", "a - b + c is read as");
    BufferedImage picture = ImageIO.read(folder.resolve("a.png").toFile());
    assertThat(picture.getHeight()).as("three samples, a mean, names").isEqualTo(4 * 58 + 2 + 22);
    BufferedImage sheet = ImageIO.read(folder.resolve("s.png").toFile());
    assertThat(sheet.getHeight()).as("50 samples in rows of ten").isEqualTo(5 * 58 + 2 + 22);
    JsonNode found = new ObjectMapper().readTree(folder.resolve("a.json").toFile());
    assertThat(found.get("noise").asDouble()).isEqualTo(0.25);
    assertThat(found.has("label")).isFalse();
    assertThat(found.at("/found/neighbours")).hasSize(9);
    assertThat(found.at("/found/result")).isEqualTo(found.at("/found/neighbours/4"));
    assertThat(found.at("/found/b/samples").toString()).isEqualTo("[5,6,21]");
    assertThat(found.at("/found/b/seen")).hasSize(3);
  }

  /** a - a + c is c, and a file's vectors are as good as samples. */
  @Test
  void whatIsTakenAwayAndAddedIsNoChange() throws IOException {
    JsonNode found = found("3,17", "3,17", "8");
    assertThat(found.get("result")).isEqualTo(found.at("/c/mean"));
    assertThat(found.get("result")).isEqualTo(found.at("/c/seen/0"));
    new LatentSet(new float[2 * LATENT], LATENT, new int[0]).write(folder.resolve("z.npz"));
    JsonNode stored = found("latents:" + file("z.npz"), "3,17", "3,17");
    assertThat(stored.get("result")).isEqualTo(stored.at("/a/seen/1"));
    assertThat(stored.at("/a/samples")).isEmpty();
  }

  @Test
  void theSameCommandWritesTheSameBytes() {
    for (String name : new String[] {"a", "b"}) {
      String[] words = {"--a", "1", "--b", "2", "--c", "3,4", "--out", file(name + ".png")};
      assertThat(arithmetic(run, words).code()).isZero();
    }
    assertThat(folder.resolve("a.png")).hasSameBinaryContentAs(folder.resolve("b.png"));
  }

  @Test
  void aConditionalGeneratorDrawsOneClass() throws IOException {
    String conditional = train("conditional", "--conditional", "onehot");
    String[] sum = {"--a", "1", "--b", "2", "--c", "3", "--json", file("c.json"), "--label"};
    assertThat(arithmetic(conditional, joined(sum, "4")).code()).isZero();
    JsonNode found = new ObjectMapper().readTree(folder.resolve("c.json").toFile());
    assertThat(found.get("label").asInt()).isEqualTo(4);
    refused(arithmetic(conditional, joined(sum, "10")), "there is no class 10; expected 0 to 9");
    refused(
        arithmetic(conditional, "--a", "class:4", "--b", "2", "--c", "3", "--out", file("c.png")),
        "z says nothing of the class");
    refused(arithmetic(run, joined(sum, "0")), "takes no labels");
  }

  /** Three faces smile, three don't; one more has another attribute, so it is never taken. */
  @Test
  void facesAreFoundByAttribute() throws IOException {
    StringBuilder list = new StringBuilder("7\nSmiling Male\n");
    Path faces = Files.createDirectories(folder.resolve("celeba/img_align_celeba"));
    for (int i = 1; i <= 7; i++) {
      BufferedImage face = new BufferedImage(89, 109, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(face, "jpg", faces.resolve("00000%d.jpg".formatted(i)).toFile());
      list.append("00000%d.jpg %d %d\n".formatted(i, i <= 3 ? 1 : -1, i == 7 ? 1 : -1));
    }
    Files.writeString(folder.resolve("celeba/list_attr_celeba.txt"), list);
    String[] words = {"--data", file("celeba"), "--b", "1", "--c", "1", "--json", file("f.json")};
    Cli done = arithmetic(run, joined(words, "--a", "attribute:-Smiling,-Male"));
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out().lines().findFirst().orElseThrow())
        .startsWith("attribute:-Smiling,-Male: ")
        .contains("000004.jpg", "000005.jpg", "000006.jpg")
        .endsWith(" dB)");
    JsonNode seen = new ObjectMapper().readTree(folder.resolve("f.json").toFile());
    assertThat(seen.at("/found/a/seen")).hasSize(3);
    refused(arithmetic(run, joined(words, "--a", "attribute:Smilling")), "did you mean 'Smiling'?");
    refused(arithmetic(run, joined(words, "--a", "attribute:Smiling,")), "expected names of");
    refused(arithmetic(run, joined(words, "--a", "attribute:Male")), "1 faces have");
  }

  /** After one step nothing looks like a digit. */
  @Test
  void whatIsNotThereIsOneLine() {
    String[] out = {"--out", file("a.png"), "--b", "1", "--c", "2", "--a"};
    refused(arithmetic(run, joined(out, "50")), "there is no sample 50; expected 0 to 49");
    refused(arithmetic(run, joined(out, "one")), "expected numbers of samples");
    refused(
        arithmetic(run, joined(out, "class:4")), "of 50 samples the classifier is sure of this");
    refused(arithmetic(run, joined(out, "latents:none.npz")), "none.npz: there is no such file");
    refused(arithmetic(run, joined(out, "smiling:1")), "expected numbers of samples");
    refused(
        arithmetic(run, joined(out, "attribute:Smiling")),
        "'attribute:Smiling': digits tells no attributes of its images; give CelebA's folder");
    refused(
        arithmetic(run, joined(out, "attribute:Smiling", "--data", file("none"))),
        "there is no such folder or file");
    refused(
        arithmetic(run, joined(out, "1", "--noise", "-1")), "--noise: expected a number from 0");
    refused(arithmetic(run, joined(out, "1", "--among", "0")), "--among: expected");
    refused(arithmetic(run, "--a", "1", "--out", file("a.png")), "all three of --a, --b and --c");
    refused(arithmetic(run), "say where the result goes");
    refused(
        arithmetic(run, "--a", "1", "--b", "1", "--c", "1", "--sheet", file("a.png")),
        "say where the sum goes");
    refused(arithmetic(file("none"), joined(out, "1")), "none");
    assertThat(folder).isEmptyDirectory();
  }

  private static String[] joined(String[] first, String... second) {
    return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
  }

  private static void refused(Cli outcome, String said) {
    assertThat(outcome.err().strip()).hasLineCount(1).startsWith("gan-engine: ").contains(said);
    assertThat(outcome.code()).isEqualTo(2);
  }
}
