package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganengine.kernels.cuda.OnCard;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands on a trained run say on the {@code cuda} device: what they say on the CPU. */
@OnCard
final class CudaCommandsTest {
  /** Of numbers that both devices compute in single precision, relative to those above 1. */
  private static final double TOLERANCE = 2e-3;

  @TempDir static Path shelf;
  private static String run;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    run = shelf.resolve("run").toString();
    String settings = "--device cpu --model tiny --channels 4 --image-size 16 --batch 8 --steps 10";
    Cli trained = Cli.run(words("train --latent 8 --rate-g 1e-3 --rate-d 1e-3 " + settings, run));
    assertThat(trained.code()).as(trained.err()).isZero();
  }

  /** A line's words, and the folder of a run behind {@code --out}. */
  private static String[] words(String line, String out) {
    return Stream.concat(Stream.of(line.split(" ")), Stream.of("--out", out))
        .toArray(String[]::new);
  }

  /** The numbers that a command writes on a device, without what names the device. */
  private JsonNode numbers(String command, String options, String device) throws IOException {
    Path json = folder.resolve(command + device + ".json");
    Path picture = folder.resolve(command + device + ".png");
    String line =
        "%s %s %s --precision fp32 --device %s --json %s"
            .formatted(command, run, options, device, json);
    Cli done = Cli.run(words(line, picture.toString()));
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(picture).isNotEmptyFile();
    ObjectNode found = (ObjectNode) new ObjectMapper().readTree(json.toFile());
    assertThat(found.get("device").asText()).startsWith(device);
    found.remove("device");
    return found;
  }

  private void alike(String command, String options) throws IOException {
    JsonNode onCard = numbers(command, options, "cuda");
    alike(command, onCard, numbers(command, options, "cpu"));
  }

  private static void alike(String where, JsonNode found, JsonNode expected) {
    if (expected.isNumber()) {
      double least = TOLERANCE * Math.max(1, Math.abs(expected.asDouble()));
      assertThat(found.asDouble()).as(where).isCloseTo(expected.asDouble(), within(least));
    } else if (expected.isContainerNode()) {
      assertThat(found.size()).as(where).isEqualTo(expected.size());
      expected
          .properties()
          .forEach(e -> alike(where + "/" + e.getKey(), found.get(e.getKey()), e.getValue()));
      for (int i = 0; expected.isArray() && i < expected.size(); i++) {
        alike(where + "/" + i, found.get(i), expected.get(i));
      }
    } else {
      assertThat(found).as(where).isEqualTo(expected);
    }
  }

  @Test
  void interpolates() throws IOException {
    alike("interpolate", "--pairs 2 --steps 4");
  }

  @Test
  void addsInLatentSpace() throws IOException {
    alike("arithmetic", "--among 20 --a 1,2,3 --b 4,5,6 --c 7,8,9");
  }

  /** Few steps, since rounding grows from one to the next. */
  @Test
  void projects() throws IOException {
    alike("project", "--dataset digits --count 2 --restarts 2 --steps 6 --feature-weight 0.1");
  }

  @Test
  void showsWhatFeaturesAnswerTo() throws IOException {
    alike("saliency", "--layer 2 --features 2 --images 2 --among 20");
  }

  @Test
  void blends() throws IOException {
    Path first = digit("first.png", 40);
    Path second = digit("second.png", 200);
    alike("mix", "%s %s --steps 3 --restarts 2 --projection-steps 6".formatted(first, second));
  }

  private Path digit(String name, int grey) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 4; i < 12; i++) {
      image.getRaster().setSample(8, i, 0, grey);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void findsNearestTrainingImages() throws IOException {
    alike("nearest", "--count 6");
  }

  @Test
  void forgetsWhatIsInBoxes() throws IOException {
    Path boxes = Files.writeString(folder.resolve("boxes.csv"), "0,2,2,9,9\n3,5,5,14,14\n");
    alike("forget", "--count 5 --drop 2 --boxes " + boxes);
  }

  /** An image near the border between two classes may fall on either side. */
  @Test
  void classifiesByFeatures() throws IOException {
    String options = "--dataset digits --labels 40 --held-out 40 --random-seeds 1";
    JsonNode onCard = numbers("features", options, "cuda").at("/features/rows");
    JsonNode onCpu = numbers("features", options, "cpu").at("/features/rows");
    assertThat(onCard).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(onCard.at("/%d/width".formatted(i))).isEqualTo(onCpu.at("/%d/width".formatted(i)));
      assertThat(onCard.at("/%d/accuracy".formatted(i)).asDouble())
          .isCloseTo(onCpu.at("/%d/accuracy".formatted(i)).asDouble(), within(0.1));
    }
  }
}
