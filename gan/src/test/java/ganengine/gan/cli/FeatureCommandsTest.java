package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code features}, {@code saliency} and {@code forget} on runs that learnt next to nothing. */
final class FeatureCommandsTest {
  @TempDir static Path shelf;
  private static String tiny;
  private static String packed;
  private static String dense;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    tiny = trained("tiny", "--model", "tiny", "--channels", "2");
    packed =
        trained(
            "packed",
            "--model",
            "cnn",
            "--channels",
            "2",
            "--pack",
            "2",
            "--conditional",
            "onehot");
    dense = trained("dense", "--model", "mlp");
  }

  private static String trained(String name, String... options) {
    String run = shelf.resolve(name).toString();
    String[] line = {"train", "--steps", "1", "--batch", "4", "--out", run};
    Cli outcome = Cli.run(joined(line, options));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return run;
  }

  @Test
  void featuresStandBesideBothBaselines() throws IOException {
    Path picture = folder.resolve("confusion.png");
    Path json = folder.resolve("features.json");
    String[] line = {
      "features", tiny, "--dataset", "digits", "--labels", "40", "--random-seeds", "2"
    };
    String[] where = {"--held-out", "60", "--out", picture.toString(), "--json", json.toString()};

    Cli outcome = Cli.run(joined(line, where));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("discriminator, trained", "discriminator, random weights", "raw pixels")
        .contains("digits: 40 labelled images to learn from, 60 others to test with");
    JsonNode rows = read(json).at("/features/rows");
    assertThat(rows).hasSize(4);
    assertThat(rows.at("/1/seed").asInt()).isEqualTo(1);
    assertThat(rows.at("/2/seed").asInt()).isEqualTo(2);
    assertThat(outcome.out()).containsPattern("random weights .* 2 seeds: .* % to .* %");
    // 28 pixels halved to 14, 7 and 4: 2, 4 and 8 maps, all pooled to 4 x 4.
    assertThat(rows.at("/0/width").asInt()).isEqualTo(16 * (2 + 4 + 8));
    for (JsonNode row : rows) {
      int images = 0;
      int right = 0;
      for (int shown = 0; shown < 10; shown++) {
        right += row.at("/confusion/%d/%d".formatted(shown, shown)).asInt();
        for (int found = 0; found < 10; found++) {
          images += row.at("/confusion/%d/%d".formatted(shown, found)).asInt();
        }
      }
      assertThat(images).isEqualTo(60);
      assertThat(row.get("accuracy").asDouble()).isEqualTo(right / 60.0);
    }
    assertThat(rows.at("/3/accuracy").asDouble()).isGreaterThan(0.3);
    assertThat(rows.at("/3/crossValidated").isNumber()).isTrue();
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(720);
  }

  @Test
  void allLabelsAndACGiven() throws IOException {
    Path json = folder.resolve("features.json");
    String line = "features %s --dataset digits --labels 0 --held-out 9900 --c 3 --json %s";
    Cli outcome = Cli.run(line.formatted(tiny, json).split(" "));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("digits: 100 labelled images to learn from, 9,900 others");
    JsonNode rows = read(json).at("/features/rows");
    assertThat(rows).hasSize(5);
    for (JsonNode row : rows) {
      assertThat(row.get("c").asDouble()).isEqualTo(3);
      assertThat(row.has("crossValidated")).isFalse();
    }
  }

  @Test
  void packsAndLabelsAreSaid() {
    Cli outcome =
        Cli.run("features", packed, "--dataset", "digits", "--labels", "20", "--held-out", "10");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("packs of 2: each image stood in all places", "takes labels: all were zero");
  }

  @Test
  void saliencyDrawsTrainedBesideRandom() throws IOException {
    for (String run : new String[] {tiny, packed}) {
      Path picture = folder.resolve("saliency.png");
      Path json = folder.resolve("saliency.json");
      String[] line = {"saliency", run, "--layer", "2", "--features", "2", "--images", "3"};
      String[] where = {"--among", "60", "--out", picture.toString(), "--json", json.toString()};

      Cli outcome = Cli.run(joined(line, where));

      assertThat(outcome.code()).as(outcome.err()).isZero();
      assertThat(outcome.out()).contains("layer 2: 4 maps of ", "images among 60 of digits");
      // Twice three columns and one between; two rows a feature; 56 pixels a tile, 2 between.
      BufferedImage drawn = ImageIO.read(picture.toFile());
      assertThat(drawn.getWidth()).isEqualTo(7 * 58 + 2);
      assertThat(drawn.getHeight()).isEqualTo(4 * 58 + 2);
      JsonNode peaks = read(json).at("/saliency/trained/0/peaks");
      assertThat(peaks).hasSize(3);
      assertThat(peaks.at("/0/response").asDouble())
          .isGreaterThanOrEqualTo(peaks.at("/1/response").asDouble());
      assertThat(read(json).at("/saliency/random")).hasSize(2);
    }
  }

  @Test
  void stackedDigitsHaveTheirSaliencyToo() {
    String run = trained("stacked", "--model", "tiny", "--dataset", "stacked-mnist");
    Path picture = folder.resolve("saliency.png");
    String[] line = {"saliency", run, "--features", "1", "--images", "2", "--among", "20"};
    Cli outcome = Cli.run(joined(line, "--out", picture.toString()));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(picture).exists();
  }

  @Test
  void forgetsWhatIsInBoxes() throws IOException {
    Path boxes = folder.resolve("boxes.csv");
    Files.writeString(boxes, "sample,x0,y0,x1,y1\n0,2,2,14,14\n3,10,10,20,20\n");
    Path picture = folder.resolve("forgotten.png");
    Path json = folder.resolve("forgotten.json");
    String[] line = {"forget", tiny, "--boxes", boxes.toString(), "--count", "5", "--drop", "2"};

    Cli outcome = Cli.run(joined(line, "--out", picture.toString(), "--json", json.toString()));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode found = read(json).get("forget");
    assertThat(found.get("dropped").size()).isBetween(1, 2);
    assertThat(found.get("present").asInt()).isEqualTo(2);
    assertThat(found.get("boxes").asDouble()).isPositive();
    assertThat(found.has("stillPresent")).isFalse();
    assertThat(outcome.out())
        .contains(
            String.format(Locale.ROOT, "changed by %.3f inside", found.get("boxes").asDouble()));
    // Two samples, each above itself without the maps.
    BufferedImage drawn = ImageIO.read(picture.toFile());
    assertThat(drawn.getWidth()).isEqualTo(2 * 58 + 2);
    assertThat(drawn.getHeight()).isEqualTo(2 * 58 + 2);
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    String png = folder.resolve("x.png").toString();
    Path boxes = Files.writeString(folder.resolve("boxes.csv"), "7,0,0,5,5\n");

    for (String command : new String[] {"features", "saliency", "forget"}) {
      String[] rest =
          switch (command) {
            case "features" -> new String[] {"--dataset", "digits"};
            case "forget" -> new String[] {"--class", "1"};
            default -> new String[0];
          };
      refused(joined(new String[] {command, "no-run", "--out", png}, rest), "no such folder");
      refused(
          joined(new String[] {command, dense, "--out", png}, rest),
          "expected a run of model dcgan, cnn, tiny or resnet");
      refused(
          joined(new String[] {command, tiny, "--out", png + "/y/z.png"}, rest),
          "there is no folder");
    }
    refused(new String[] {"features", tiny, "--dataset", "ring"}, "needs single images");
    refused(new String[] {"features", tiny, "--dataset", "digits", "--labels", "5"}, "20 to 7,500");
    refused(new String[] {"features", tiny, "--dataset", "digits", "--c", "0"}, "above 0");
    refused(
        new String[] {"features", tiny, "--dataset", "digits", "--random-seeds", "0"}, "from 1");
    refused(new String[] {"saliency", tiny}, "say where the result goes");
    refused(new String[] {"saliency", tiny, "--layer", "4", "--out", png}, "expected 1 to 3");
    refused(new String[] {"saliency", tiny, "--images", "0", "--out", png}, "from 1 to 64");
    refused(new String[] {"saliency", tiny, "--among", "3", "--out", png}, "there are 3");
    refused(new String[] {"forget", tiny, "--out", png}, "either --class CLASS or --boxes");
    refused(new String[] {"forget", tiny, "--class", "10", "--out", png}, "0 to 9");
    refused(
        new String[] {"forget", tiny, "--class", "1", "--channel", "1", "--out", png},
        "expected 0");
    refused(
        new String[] {"forget", tiny, "--boxes", boxes.toString(), "--count", "5", "--out", png},
        "there are samples 0 to 4");
    Path small = Files.writeString(folder.resolve("small.csv"), "1,0,0,1,1\n");
    refused(
        new String[] {"forget", tiny, "--boxes", small.toString(), "--layer", "1", "--out", png},
        "no box holds the middle of one of the layer's 4 x 4 places");
    refused(
        new String[] {"forget", tiny, "--boxes", small.toString(), "--held-out", "9", "--out", png},
        "--held-out goes with --class");
    refused(
        new String[] {"forget", tiny, "--boxes", small.toString(), "--subtract", "2", "--out", png},
        "--subtract goes with --class");
    refused(
        new String[] {"forget", tiny, "--class", "1", "--subtract", "0", "--out", png},
        "expected a number above 0, found '0.0'");
    refused(
        new String[] {
          "forget", tiny, "--class", "1", "--subtract", "1", "--drop", "1", "--out", png
        },
        "either --drop N or --subtract S");
    refused(
        new String[] {"forget", tiny, "--class", "1", "--count", "20", "--out", png},
        "of 20 samples; take more (--count, --held-out)");
    assertThat(Path.of(png)).doesNotExist();
  }

  @Test
  void dataWithoutLabelsTeachNoClassifier() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    for (int i = 0; i < 3; i++) {
      BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
    }
    refused(
        new String[] {"features", tiny, "--dataset", "folder", "--data", images.toString()},
        "has no labels to learn");
  }

  private static void refused(String[] line, String said) {
    Cli outcome = Cli.run(line);
    assertThat(outcome.err().lines().filter(l -> l.startsWith("gan-engine: ")))
        .as(outcome.err())
        .singleElement()
        .asString()
        .contains(said);
    assertThat(outcome.code()).isEqualTo(2);
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static String[] joined(String[] first, String... second) {
    return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
  }
}
