package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
  private static final ImageRecipe RECIPE = new ImageRecipe(Crop.SQUARE, 2, 0);

  @TempDir Path folder;
  private final List<String> heard = new ArrayList<>();
  private int decoded;

  private final DecodingListener listener =
      new DecodingListener() {
        @Override
        public void progress(String dataset, int done, int total) {
          decoded = done;
        }

        @Override
        public void checking(String dataset, int done, int total) {}

        @Override
        public void message(String line) {
          heard.add(line);
        }
      };

  private Path images() {
    return folder.resolve("images");
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private ImageSet open(ImageRecipe recipe, int threads) {
    decoded = 0;
    Decoding decoding = new Decoding(cache(), threads, listener);
    return DataSets.images("folder", images().toString(), Part.TRAIN, recipe, decoding);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path path = images().resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  private void grey(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      write("%04d.pgm".formatted(i), Pictures.pgm(2, 2, i, i, i, i));
    }
  }

  private Path cached() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.filter(file -> file.toString().endsWith(".images")).findAny().orElseThrow();
    }
  }

  private void nothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      assertThat(files).extracting(file -> file.getFileName().toString()).containsOnly("lock");
    }
  }

  @Test
  void decodesOnceInOrder() throws IOException {
    grey(200);
    for (int threads : new int[] {1, 3}) {
      ImageRecipe recipe = RECIPE.withSide(threads);
      ImageSet images = open(recipe, threads);
      assertThat(decoded).isEqualTo(200);
      assertThat(images.count()).isEqualTo(200);
      assertThat(images.channels()).isEqualTo(1);
      for (int i = 0; i < 200; i++) {
        assertThat(images.pixels()[i * threads * threads]).isEqualTo((byte) i);
      }
      assertThat(open(recipe, threads).pixels()).isEqualTo(images.pixels());
      assertThat(decoded).as("second time").isZero();
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void anotherRecipeOrFileIsAnotherCache() throws IOException {
    grey(3);
    open(RECIPE, 1);
    open(RECIPE.withChannels(3), 1);
    assertThat(decoded).isEqualTo(3);
    open(RECIPE.withCrop(Crop.WHOLE), 1);
    assertThat(decoded).isEqualTo(3);
    write("0001.pgm", Pictures.pgm(2, 1, 9, 9));
    assertThat(open(RECIPE.withSide(1), 1).pixels()).containsExactly(0, 9, 2);
  }

  @Test
  void damagedOnesAreMadeAgain() throws IOException {
    grey(5);
    byte[] pixels = open(RECIPE, 1).pixels();
    byte[] whole = Files.readAllBytes(cached());
    byte[] otherVersion = whole.clone();
    otherVersion[whole.length - 9]++;
    byte[] flipped = whole.clone();
    flipped[whole.length - 25] ^= 1;
    byte[] anotherPixel = whole.clone();
    anotherPixel[7] ^= 1;
    byte[] imageMissing = Arrays.copyOfRange(whole, 4, whole.length);
    for (byte[] damaged :
        List.of(
            new byte[0],
            Arrays.copyOf(whole, 10),
            Arrays.copyOf(whole, whole.length - 1),
            otherVersion,
            flipped,
            anotherPixel,
            imageMissing)) {
      // In place of the old file, not into it: that one is still mapped.
      Path other = Files.write(cache().resolve("other"), damaged);
      Files.move(other, cached(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      assertThat(open(RECIPE, 1).pixels()).isEqualTo(pixels);
      assertThat(decoded).isEqualTo(5);
      assertThat(Files.readAllBytes(cached())).isEqualTo(whole);
    }
    assertThat(heard)
        .hasSize(7)
        .allMatch(line -> line.contains("is made again: "))
        .anyMatch(line -> line.endsWith("it is of version 3, not 2"))
        .anyMatch(line -> line.endsWith("it ends early"))
        .anyMatch(line -> line.endsWith("its bytes are not those that were written"));
  }

  @Test
  void whatAKilledRunLeftIsRemoved() throws IOException {
    grey(1);
    Files.createDirectories(cache());
    Path left = Files.writeString(cache().resolve(".folder-9-0.images.tmp"), "half");
    open(RECIPE, 1);
    assertThat(left).doesNotExist();
  }

  @Test
  void oneInAHundredMayBeUnusable() throws IOException {
    grey(200);
    write("0050.pgm", "no image".getBytes(StandardCharsets.UTF_8));
    write("0150.pgm", new byte[0]);
    ImageSet images = open(RECIPE, 2);
    assertThat(images.count()).isEqualTo(198);
    assertThat(heard)
        .singleElement()
        .asString()
        .endsWith(
            "2 of 200 images left out, the first: 0050.pgm is no JPEG, PNG, WebP, BMP or PGM image");
    assertThat(images.origin().orElseThrow()).contains("2 of 200 images left out");
    write("0051.pgm", Pictures.pgm(1, 1, 7));
    assertThatThrownBy(() -> open(RECIPE.withSide(3), 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "more than 1 % of its 200 images cannot be used; the first: 0050.pgm");
  }

  @Test
  void tooManyUnusableLeaveNothing() throws IOException {
    grey(10);
    write("0003.pgm", new byte[5]);
    assertThatThrownBy(() -> open(RECIPE, 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("more than 1 % of its 10 images");
    nothingIsLeft();
  }

  @Test
  void imagesSmallerThanAsked() throws IOException {
    grey(4);
    assertThatThrownBy(() -> open(RECIPE.withSide(5), 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "0000.pgm is 2 x 2, too small for 5 x 5 (at most doubled); use a smaller --image-size");
    assertThatThrownBy(() -> open(RECIPE.withCrop(Crop.window(3, 3)), 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("0000.pgm is 2 x 2, smaller than the part 3 x 3");
    nothingIsLeft();
  }

  @Test
  void greyAndColourAreMadeWhatIsAsked() throws IOException {
    write("a.png", Pictures.encoded("png", Pictures.plain(2, 2, 0xFF0000)));
    write("b.pgm", Pictures.pgm(2, 2, 7, 7, 7, 7));
    ImageRecipe one = RECIPE.withSide(1);
    assertThat(open(one.withChannels(3), 1).pixels()).containsExactly(255, 0, 0, 7, 7, 7);
    assertThat(open(one.withChannels(1), 1).pixels()).containsExactly(76, 7);
    assertThat(open(one, 1).channels()).as("as the first").isEqualTo(3);
  }

  @Test
  void placeThatCannotBeWrittenTo() throws IOException {
    grey(1);
    Files.writeString(cache(), "a file");
    assertThatThrownBy(() -> open(RECIPE, 1))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(cache() + ": cannot keep decoded images there: ");
  }
}
