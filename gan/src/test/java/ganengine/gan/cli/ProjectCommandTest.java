package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.gan.data.pixels.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code project}, {@code mix} and {@code nearest}: what they write, and what they refuse. */
final class ProjectCommandTest {
  private static final String SMALL = "--channels 4 --image-size 16 --batch 16 --steps 1";

  @TempDir static Path shelf;
  private static String run;
  private static String labelled;
  private static String points;
  private static String stacked;
  private static String photo;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    run = trained("run", SMALL);
    labelled = trained("labelled", SMALL + " --conditional onehot --latent-distribution uniform");
    points = trained("points", "--model points --dataset ring --steps 1 --batch 16");
    stacked = trained("stacked", SMALL + " --dataset stacked-mnist --model tiny");
    byte[] jpeg = Pictures.encoded("jpg", Pictures.plain(50, 30, 0x808080));
    photo = Files.write(shelf.resolve("photo.jpg"), jpeg).toString();
  }

  private static String trained(String name, String settings) {
    String out = shelf.resolve(name).toString();
    Cli trained = Cli.run(("train --out " + out + " " + settings).split(" "));
    assertThat(trained.code()).as(trained.err()).isZero();
    return out;
  }

  private static Cli cli(String line, Object... words) {
    List<String> all = new ArrayList<>(List.of(line.split(" ")));
    for (Object word : words) {
      all.add(word.toString());
    }
    return Cli.run(all.toArray(String[]::new));
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void projectsPhotosAndWritesPictureNumbersAndReport() throws IOException {
    Path out = folder.resolve("p.png");
    Path npz = folder.resolve("z.npz");
    Path json = folder.resolve("p.json");

    Cli projected =
        cli("project --restarts 2 --steps 3 --out", out, "--npz", npz, "--json", json, run, photo);

    assertThat(projected.code()).as(projected.err()).isZero();
    assertThat(projected.out()).contains("photo.jpg: ", " dB, 3 steps", "median of 1 images");
    assertThat(projected.err()).contains("projecting ...");
    BufferedImage picture = ImageIO.read(out.toFile());
    assertThat(picture.getWidth()).as("target, projection, difference").isEqualTo(3 * 66 + 2);
    Map<String, HostTensor> numbers = Npz.read(npz);
    assertThat(numbers).containsOnlyKeys("z");
    assertThat(numbers.get("z").shape()).containsExactly(1, 32);
    JsonNode report = read(json);
    assertThat(report.at("/settings/restarts").asInt()).isEqualTo(2);
    JsonNode spread = report.at("/images/0/restarts");
    assertThat(spread.get("min").asDouble()).isLessThanOrEqualTo(spread.get("max").asDouble());
    assertThat(report.get("medianPsnr").asDouble())
        .isEqualTo(report.at("/images/0/psnr").asDouble());
    assertThat(report.has("meanImagePsnr")).isFalse();
  }

  @Test
  void projectsDigitsOfADataSetBesideTheMeanImage() throws IOException {
    Path json = folder.resolve("p.json");
    Path npz = folder.resolve("z.npz");

    Cli projected =
        cli(
            "project --restarts 1 --steps 2 --dataset digits --count 3 --json",
            json,
            "--npz",
            npz,
            labelled);

    assertThat(projected.code()).as(projected.err()).isZero();
    assertThat(projected.err()).contains("are the run's own training images");
    assertThat(projected.out()).contains("as class", "the mean training image gives");
    assertThat(read(json).get("images")).hasSize(3);
    assertThat(read(json).get("meanImagePsnr").asDouble()).isBetween(5.0, 30.0);
    assertThat(Npz.read(npz).get("label").shape()).containsExactly(3);
  }

  @Test
  void mixesTwoPhotos() throws IOException {
    Path out = folder.resolve("m.png");
    Path json = folder.resolve("m.json");

    Cli mixed =
        cli(
            "mix --steps 5 --projection-steps 3 --restarts 1 --out",
            out,
            "--json",
            json,
            run,
            photo,
            photo);

    assertThat(mixed.code()).as(mixed.err()).isZero();
    assertThat(mixed.out()).contains("5 images, spherical blend");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(9 * 66 + 2);
    assertThat(read(json).get("pixelSteps")).hasSize(4);
    assertThat(read(json).get("images")).hasSize(2);
  }

  @Test
  void showsTheNearestTrainingImages() throws IOException {
    Path out = folder.resolve("n.png");
    Path json = folder.resolve("n.json");

    Cli found = cli("nearest --count 2 --neighbours 3 --out", out, "--json", json, run);

    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out())
        .contains("by pixels: samples", "by classifier features: samples", "10,000 training");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo((1 + 2 * 4) * 66 + 2);
    JsonNode spaces = read(json).get("spaces");
    assertThat(spaces).hasSize(2);
    assertThat(spaces.at("/0/samples/1/neighbours")).hasSize(3);
    assertThat(spaces.at("/0/ratio").asDouble()).isGreaterThan(1);
    assertThat(read(json).has("conditional")).isFalse();
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    Path out = folder.resolve("p.png");
    String none = folder.resolve("none").toString();
    String text = Files.writeString(folder.resolve("text.png"), "hello").toString();

    refused(cli("project --out", out, none, photo), "there is no such folder");
    refused(cli("project --out", out, run, text), "text.png: is no JPEG");
    refused(cli("project --out", out, run, none), "there is no such file");
    refused(cli("project --out", out, run), "say what to project");
    refused(cli("project", run, photo), "say where the result goes");
    refused(cli("project --out", none + "/p.png", run, photo), "there is no folder");
    refused(cli("project --out", out, points, photo), "makes points, not images");
    refused(cli("project --restarts 0 --out", out, run, photo), "--restarts");
    refused(cli("project --rate -1 --out", out, run, photo), "--rate");
    refused(cli("project --label 3 --out", out, run, photo), "takes no labels");
    refused(cli("project --prior 1 --out", out, labelled, photo), "--prior: is for normal z");
    refused(cli("project --crop round --out", out, run, photo), "--crop: expected");
    refused(cli("project --dataset digits --count 0 --out", out, run), "--count: expected 1 to");
    refused(cli("mix --out", out, labelled, photo, photo), "say with --label");
    refused(cli("mix --steps 1 --out", out, run, photo, photo), "from 2, found '1'");
    refused(cli("nearest --out", out, points), "makes points");
    refused(cli("nearest --out", out, stacked), "holds no single images");
    refused(cli("nearest --count 0 --out", out, run), "--count: expected a whole number from 1");
    refused(cli("nearest --neighbours 10000 --out", out, run), "--neighbours: expected 1 to 9999");
    assertThat(out).doesNotExist();
  }

  private static void refused(Cli outcome, String message) {
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isEqualTo(2);
    assertThat(outcome.err().lines()).singleElement().asString().contains(message);
  }
}
