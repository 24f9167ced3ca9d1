package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.gan.latent.LatentSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterpolateCommandTest {
  private static final int LATENT = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path shelf;
  private static String run;
  private static String conditional;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    run = train("run");
    conditional = train("conditional", "--conditional", "onehot");
  }

  private static String train(String name, String... more) {
    String to = shelf.resolve(name).toString();
    String[] words = {"train", "--device", "cpu", "--model", "mlp", "--latent", "8"};
    String[] tiny = {"--steps", "1", "--out", to};
    Cli train = Cli.run(Stream.of(words, tiny, more).flatMap(Stream::of).toArray(String[]::new));
    assertThat(train.code()).as(train.err()).isZero();
    return to;
  }

  private Cli interpolate(String of, String... words) {
    String[] line = {"interpolate", of, "--device", "cpu", "--steps", "5"};
    return Cli.run(Stream.of(line, words).flatMap(Stream::of).toArray(String[]::new));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode json(String name) throws IOException {
    return JSON.readTree(folder.resolve(name).toFile());
  }

  private int frames(String name) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(folder.resolve(name).toFile())) {
      reader.setInput(in);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void writesAGridAMovingPictureAndNumbers() throws IOException {
    Cli done =
        interpolate(
            run,
            "--pairs",
            "3",
            "--out",
            file("a.png"),
            "--gif",
            file("a.gif"),
            "--json",
            file("a.json"));

    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("spherical, 3 pairs", "pixels", "classifier features", "a.gif");
    BufferedImage grid = ImageIO.read(folder.resolve("a.png").toFile());
    assertThat(grid.getWidth()).isEqualTo(5 * 58 + 2);
    assertThat(grid.getHeight()).isEqualTo(3 * 58 + 2);
    assertThat(row(grid, 0, 4)).as("a row ends where the next begins").isEqualTo(row(grid, 1, 0));
    assertThat(frames("a.gif")).isEqualTo(8);
    JsonNode found = json("a.json");
    assertThat(found.get("seed").asLong()).isEqualTo(1);
    assertThat(found.has("latents")).isFalse();
    JsonNode pair = found.get("smoothness").get("pairs").get(2);
    assertThat(pair.get("from").asInt()).isEqualTo(2);
    assertThat(pair.has("label")).isFalse();
    assertThat(pair.get("classes")).hasSize(5);
    for (String space : new String[] {"pixels", "features", "crossFadeFeatures"}) {
      JsonNode steps = pair.get(space);
      double ratio = steps.get("largest").asDouble() / steps.get("mean").asDouble();
      assertThat(steps.get("ratio").asDouble()).isEqualTo(ratio).isBetween(1.0, 4.0);
    }
  }

  private static int[] row(BufferedImage grid, int row, int column) {
    return grid.getRaster().getPixels(2 + column * 58, 2 + row * 58, 56, 56, (int[]) null);
  }

  @Test
  void theSameCommandWritesTheSameBytes() throws IOException {
    for (String name : new String[] {"a", "b"}) {
      Cli done =
          interpolate(
              run,
              "--out",
              file(name + ".png"),
              "--gif",
              file(name + ".gif"),
              "--json",
              file(name + ".json"));
      assertThat(done.code()).as(done.err()).isZero();
    }
    for (String kind : new String[] {".png", ".gif", ".json"}) {
      assertThat(folder.resolve("a" + kind)).hasSameBinaryContentAs(folder.resolve("b" + kind));
    }
    assertThat(interpolate(run, "--seed", "2", "--json", file("b.json")).code()).isZero();
    assertThat(Files.mismatch(folder.resolve("a.json"), folder.resolve("b.json"))).isNotEqualTo(-1);
  }

  @Test
  void walksBetweenGivenVectors() throws IOException {
    float[] z = new float[3 * LATENT];
    z[0] = 1;
    z[LATENT] = 1;
    z[2 * LATENT] = -1;
    new LatentSet(z, LATENT, new int[0]).write(folder.resolve("z.npz"));
    Cli done = interpolate(run, "--latents", file("z.npz"), "--json", file("z.json"));
    assertThat(done.code()).as(done.err()).isZero();

    JsonNode pairs = json("z.json").get("smoothness").get("pairs");
    assertThat(pairs).hasSize(2);
    assertThat(pairs.get(0).get("pixels").get("mean").asDouble()).as("no way to go").isZero();
    assertThat(pairs.get(1).get("pixels").get("mean").asDouble()).isPositive();
    assertThat(json("z.json").get("latents").asText()).endsWith("z.npz");
    assertThat(interpolate(run, "--latents", file("z.npz"), "--pairs", "3", "--json", "z.json"))
        .satisfies(outcome -> refused(outcome, "3 vectors make 2 pairs, expected 3"));
    new LatentSet(new float[14], 7, new int[0]).write(folder.resolve("7.npz"));
    assertThat(interpolate(run, "--latents", file("7.npz"), "--json", "z.json"))
        .satisfies(
            outcome -> refused(outcome, "2 vectors of 7 numbers, expected at least one of 8"));
  }

  @Test
  void aRowIsOfTheClassAskedFor() throws IOException {
    assertThat(labels("--pairs", "12")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    assertThat(labels("--pairs", "3", "--label", "7")).containsExactly(7, 7, 7);
    assertThat(labels("--pairs", "3", "--label", "4,9")).containsExactly(4, 9, 4);
    new LatentSet(new float[2 * LATENT], LATENT, new int[] {6, 6}).write(folder.resolve("z.npz"));
    assertThat(labels("--latents", file("z.npz"))).containsExactly(6);
    new LatentSet(new float[2 * LATENT], LATENT, new int[] {6, 5}).write(folder.resolve("z.npz"));
    assertThat(interpolate(conditional, "--latents", file("z.npz"), "--json", file("a.json")))
        .satisfies(outcome -> refused(outcome, "of several classes"));
    assertThat(interpolate(conditional, "--label", "10", "--json", file("a.json")))
        .satisfies(outcome -> refused(outcome, "there is no class 10; expected 0 to 9"));
    assertThat(interpolate(run, "--label", "1", "--json", file("a.json")))
        .satisfies(outcome -> refused(outcome, "takes no labels"));
  }

  private int[] labels(String... words) throws IOException {
    String[] where = {"--json", file("labels.json")};
    Cli done =
        interpolate(
            conditional, Stream.of(words, where).flatMap(Stream::of).toArray(String[]::new));
    assertThat(done.code()).as(done.err()).isZero();
    return json("labels.json").get("smoothness").get("pairs").findValues("label").stream()
        .mapToInt(JsonNode::asInt)
        .toArray();
  }

  @Test
  void thePathIsTheUsersChoice() throws IOException {
    assertThat(interpolate(run, "--path", "linear", "--json", file("l.json")).code()).isZero();
    assertThat(interpolate(run, "--json", file("s.json")).code()).isZero();
    assertThat(json("l.json").get("path").asText()).isEqualTo("linear");
    double linear = json("l.json").at("/smoothness/pixels/mean").asDouble();
    double spherical = json("s.json").at("/smoothness/pixels/mean").asDouble();
    assertThat(linear).isNotCloseTo(spherical, within(1e-4));
  }

  @Test
  void whatMakesNoSenseIsOneLine() {
    String points = shelf.resolve("points").toString();
    String[] ring = {"train", "--device", "cpu", "--preset", "ring-gan", "--steps", "1", "--out"};
    assertThat(Cli.run(Stream.concat(Stream.of(ring), Stream.of(points)).toArray(String[]::new)))
        .satisfies(outcome -> assertThat(outcome.code()).as(outcome.err()).isZero());
    refused(interpolate(points, "--json", file("a.json")), "makes points, not images; interpolate");
    refused(interpolate(file("none"), "--json", file("a.json")), "none");
    refused(interpolate(run), "say where the result goes: --out");
    refused(interpolate(run, "--pairs", "0", "--json", file("a.json")), "--pairs: expected");
    refused(interpolate(run, "--steps", "1", "--json", file("a.json")), "--steps: expected");
    refused(interpolate(run, "--path", "liner", "--json", file("a.json")), "did you mean 'linear'");
    refused(interpolate(run, "--gif", file("no/a.gif")), "--gif");
    refused(interpolate(run, "--threads", "-1", "--json", file("a.json")), "--threads: expected");
    refused(
        interpolate(run, "--pairs", "100000", "--steps", "100000", "--out", file("a.png")),
        "take fewer");
    assertThat(folder).isEmptyDirectory();
  }

  private static void refused(Cli outcome, String said) {
    assertThat(outcome.err().strip()).hasLineCount(1).startsWith("gan-engine: ").contains(said);
    assertThat(outcome.code()).isEqualTo(2);
  }
}
