package ganengine.gan.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmdbjava.ByteArrayProxy;
import org.lmdbjava.Env;

class LsunTest {
  /** 1 x 1 pixel. */
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

  @TempDir Path folder;

  private static byte[] jpeg(int width, int height, int grey) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, grey * 0x010101);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", out);
    return out.toByteArray();
  }

  private Path database(String name, byte[]... values) throws IOException {
    return LmdbFolder.write(folder.resolve(name), values);
  }

  private ImageSet images(Path data, Part part) {
    return DataSets.images(
        "lsun",
        data.toString(),
        part,
        new ImageRecipe(Crop.SQUARE, 2, 3),
        new Decoding(folder.resolve("cache"), 2, DecodingListener.NONE));
  }

  @Test
  void valuesAreDecodedByTheirFirstBytesInTheOrderOfTheKeys() throws IOException {
    Path place = database("church_outdoor_train_lmdb", jpeg(9, 7, 40), WEBP, jpeg(6, 8, 200));
    for (Path data : new Path[] {folder, place}) {
      ImageSet images = images(data, Part.TRAIN);
      assertThat(images).hasToString("lsun: 3 images of 2 x 2 x 3");
      assertThat(images.labels()).isNull();
      byte[] pixels = images.pixels();
      assertThat(pixels[0] & 0xFF).isBetween(38, 42);
      assertThat(pixels[24] & 0xFF).isBetween(198, 202);
    }
    assertThat(place.toFile().list()).containsExactly("data.mdb");
  }

  @Test
  void imagesForTestsAreThoseForValidation() throws IOException {
    Path train = database("x_train_lmdb", jpeg(9, 7, 40));
    database("x_val_lmdb", jpeg(9, 7, 90), jpeg(9, 7, 91));
    assertThat(images(folder, Part.TEST).count()).isEqualTo(2);
    assertThatThrownBy(() -> images(train, Part.TEST))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no ");
  }

  @Test
  void folderOfImagesHasNoLabels() throws IOException {
    for (String sub : new String[] {"a", "b"}) {
      Files.createDirectories(folder.resolve(sub));
      Files.write(folder.resolve(sub).resolve("1.webp"), WEBP);
    }
    ImageSet images = images(folder, Part.TRAIN);
    assertThat(images.count()).isEqualTo(2);
    assertThat(images.labels()).isNull();
  }

  @Test
  void categoryMustBeNamedWhereThereAreTwo() throws IOException {
    database("bedroom_train_lmdb", WEBP);
    database("church_outdoor_train_lmdb", WEBP);
    assertThatThrownBy(() -> images(folder, Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("bedroom_train_lmdb and church_outdoor_train_lmdb; name the folder");
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments(0, "has 0 bytes, too few"),
        arguments(100, "has 100 bytes, too few"),
        arguments(8192, "ends after 8,192 bytes, 2 pages of 16;"),
        arguments(20_000, "ends after 20,000 bytes, 4 pages of 16;"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void truncatedDatabase(int length, String expected) throws IOException {
    Path file = database("x_train_lmdb", new byte[30_000], new byte[9000]).resolve("data.mdb");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    assertThatThrownBy(() -> images(folder, Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(expected)
        .hasMessageNotContaining("\n");
  }

  @Test
  void fileThatIsNoDatabase() throws IOException {
    Path place = Files.createDirectories(folder.resolve("x_train_lmdb"));
    Files.write(place.resolve("data.mdb"), new byte[20_000]);
    assertThatThrownBy(() -> images(folder, Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data.mdb: is no LMDB database, or damaged");
  }

  @Test
  void databaseWithoutEntries() throws IOException {
    Path place = database("x_train_lmdb", WEBP);
    try (Env<byte[]> environment =
        Env.create(ByteArrayProxy.PROXY_BA).setMapSize(1 << 22).open(place.toFile())) {
      environment.openDbi((byte[]) null).delete(LmdbFolder.key(0));
    }
    assertThatThrownBy(() -> images(folder, Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data.mdb: is a database without entries");
  }

  @Test
  void valueThatIsNeitherJpegNorWebp() throws IOException {
    database("x_train_lmdb", WEBP, "hello".getBytes(US_ASCII));
    assertThatThrownBy(() -> images(folder, Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("more than 1 % of its 2 images cannot be used")
        .hasMessageContaining("entry 0000000000000000000000000000000000000001 is no JPEG");
  }
}
