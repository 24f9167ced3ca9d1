package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.data.CacheFolder;
import ganengine.gan.data.pixels.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
  @TempDir Path folder;
  private Path images;

  @BeforeEach
  void makeImages() throws IOException {
    System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
    images = Files.createDirectories(folder.resolve("images"));
    for (String name : new String[] {"cat/1", "cat/2", "dog/1"}) {
      Path file = images.resolve(name + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, Pictures.encoded("png", Pictures.plain(40, 30, 0x804020)));
    }
  }

  @AfterEach
  void forgetCache() {
    System.clearProperty(CacheFolder.PROPERTY);
  }

  private Cli info(String... options) {
    String[] line = new String[options.length + 2];
    line[0] = "dataset";
    line[1] = "info";
    System.arraycopy(options, 0, line, 2, options.length);
    return Cli.run(line);
  }

  @Test
  void folderOfImages() throws IOException {
    Path grid = folder.resolve("grid.png");
    Cli outcome =
        info(
            "folder",
            "--data",
            images.toString(),
            "--image-size",
            "16",
            "--colour",
            "grey",
            "--out",
            grid.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("folder: 3 images of 16 x 16 x 1")
        .contains("3 images of 40 x 30 pixels, crop square")
        .contains("2: cat 2, dog 1")
        .contains("none published for these files");
    // Two by two of 64 pixels each, and the gaps between them.
    assertThat(ImageIO.read(grid.toFile()).getWidth()).isEqualTo(134);
  }

  @Test
  void digitsInTheJarAndStacksOfThem() {
    assertThat(info("digits").out())
        .contains("digits: 10,000 images of 28 x 28 x 1")
        .contains("10: 0 980, 1 1,135")
        .contains("it needs no files");
    assertThat(info("stacked-mnist").out())
        .contains("128,000 stacks of 3 of 10,000 digits")
        .containsPattern("1,000, the three digits from 000 to 999: \\d+ to \\d+ stacks each");
  }

  @Test
  void stacksAreDrawnInColour() throws IOException {
    Path grid = folder.resolve("stacks.png");
    assertThat(info("stacked-mnist", "--out", grid.toString()).code()).isZero();

    BufferedImage drawn = ImageIO.read(grid.toFile());
    // Where one digit of a stack has ink and another has none.
    assertThat(colours(drawn)).contains(0xFF0000, 0x00FF00, 0x0000FF);
  }

  @Test
  void pointsAreDrawnAsDots() throws IOException {
    Path plot = folder.resolve("ring.png");
    assertThat(info("ring", "--out", plot.toString()).code()).isZero();

    BufferedImage drawn = ImageIO.read(plot.toFile());
    assertThat(colours(drawn)).hasSize(2);
    // Eight modes on a circle: at its rightmost place there are dots, in the middle none.
    int middle = drawn.getWidth() / 2;
    assertThat(colours(drawn.getSubimage(middle - 20, middle - 20, 40, 40))).hasSize(1);
    assertThat(colours(drawn.getSubimage(middle + middle / 2, middle - 20, middle / 2, 40)))
        .hasSize(2);
  }

  private static Set<Integer> colours(BufferedImage picture) {
    int[] pixels = new int[picture.getWidth() * picture.getHeight()];
    picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), pixels, 0, picture.getWidth());
    return IntStream.of(pixels).mapToObj(pixel -> pixel & 0xFFFFFF).collect(Collectors.toSet());
  }

  @Test
  void filesThatAreNotAsPublished() throws IOException {
    IdxFiles.write(images, 30);
    assertThat(info("mnist", "--data", images.toString()).out())
        .contains("mnist: 30 images of 28 x 28 x 1")
        .contains("train-images-idx3-ubyte.gz: NOT as published, expected MD5 f68b3c2d");
    assertThat(info("stacked-mnist", "--data", images.toString()).out())
        .contains("128,000 stacks")
        .contains("train-images-idx3-ubyte.gz: NOT as published, expected MD5 f68b3c2d");
  }

  @Test
  void whatIsWrong() {
    String data = images.toString();
    refused("'celebra', there are digits", "celebra");
    refused("--crop: expected square, whole, or", "folder", "--data", data, "--crop", "9");
    refused("--colour: expected auto, grey or rgb", "folder", "--data", data, "--colour", "red");
    refused("--image-size: expected 1 to 1024", "folder", "--data", data, "--image-size", "0");
    refused("too small for 100 x 100", "folder", "--data", data, "--image-size", "100");
    refused("there is no folder", "digits", "--out", folder.resolve("gone/r.png").toString());
    assertThat(folder).isDirectoryNotContaining("glob:**.png");
  }

  private void refused(String said, String... options) {
    Cli outcome = info(options);
    assertThat(outcome.code()).as(outcome.out()).isEqualTo(2);
    assertThat(outcome.err().lines()).singleElement().asString().contains(said);
    assertThat(outcome.out()).isEmpty();
  }
}
