package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SvhnTest {
  private static final int IMAGE = 32 * 32 * 3;

  @TempDir Path folder;

  private static byte[] random(int count) {
    byte[] planes = new byte[count * IMAGE];
    new Random(3).nextBytes(planes);
    return planes;
  }

  private static byte[] file(byte[] planes, byte... labels) {
    return new MatlabBytes()
        .array("X", planes, 32, 32, 3, labels.length)
        .array("y", labels, labels.length, 1)
        .toBytes();
  }

  private ImageSet images(Part part) {
    return DataSets.images(
        "svhn",
        folder.toString(),
        part,
        DataSets.recipe("svhn"),
        new Decoding(folder.resolve("cache"), 2, DecodingListener.NONE));
  }

  private void assertNothingMade() throws IOException {
    if (Files.exists(folder.resolve("cache"))) {
      try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
        assertThat(files.map(path -> path.getFileName().toString())).isSubsetOf("lock");
      }
    }
  }

  @Test
  void columnsBecomeRowsAndTenBecomesNought() throws IOException {
    byte[] planes = random(5);
    Files.write(folder.resolve("train_32x32.mat"), file(planes, new byte[] {1, 10, 9, 2, 10}));
    Files.write(folder.resolve("test_32x32.mat"), file(random(1), (byte) 7));
    ImageSet images = images(Part.TRAIN);
    assertThat(images).hasToString("svhn: 5 images of 32 x 32 x 3");
    assertThat(images.labels()).containsExactly(1, 0, 9, 2, 0);
    assertThat(images.classes()).isEqualTo(10);
    byte[] pixels = images.pixels();
    for (int i = 0; i < pixels.length; i++) {
      int c = i % 3;
      int column = i / 3 % 32;
      int row = i / 96 % 32;
      assertThat(pixels[i]).isEqualTo(planes[i / IMAGE * IMAGE + c * 1024 + column * 32 + row]);
    }
    assertThat(images(Part.TEST).labels()).containsExactly(7);
  }

  static Stream<Arguments> brokenFiles() {
    byte[] good = file(random(3), new byte[] {1, 2, 3});
    byte[] noise = good.clone();
    Arrays.fill(noise, 150, 400, (byte) 0x55);
    return Stream.of(
        arguments("is no MATLAB 5 file", new byte[0]),
        arguments("is no MATLAB 5 file", "MATLAB 7.3 MAT-file".getBytes(StandardCharsets.US_ASCII)),
        arguments("ends after 130 bytes", Arrays.copyOf(good, 130)),
        arguments("damaged or was copied incompletely", Arrays.copyOf(good, 5000)),
        arguments("damaged or was copied incompletely", Arrays.copyOf(good, good.length - 9)),
        arguments("damaged or was copied incompletely", noise),
        arguments("label 1 is 11, expected 1 to 10", file(random(2), new byte[] {10, 11})),
        arguments("label 0 is 0, expected 1 to 10", file(random(2), new byte[] {0, 1})),
        arguments("holds no array y", new MatlabBytes().array("X", random(1), 32, 32, 3).toBytes()),
        arguments(
            "holds no array X", new MatlabBytes().array("y", new byte[] {1, 2}, 2, 1).toBytes()),
        arguments(
            "its X is 32 x 32 x 3 x 2 of uint8, expected 32 x 32 x 3 x 3",
            new MatlabBytes()
                .array("X", random(2), 32, 32, 3, 2)
                .array("y", new byte[] {1, 2, 3}, 3, 1)
                .toBytes()),
        arguments(
            "its y is said to be 2147483647 x 2147483647, more than such a file can hold",
            new MatlabBytes()
                .array("y", new byte[] {1, 2}, Integer.MAX_VALUE, Integer.MAX_VALUE)
                .toBytes()),
        arguments(
            "its X is said to be 32 x 32 x 3 x 700000, more than such a file can hold",
            new MatlabBytes()
                .array("y", new byte[] {1, 2}, 2, 1)
                .array("X", random(2), 32, 32, 3, 700_000)
                .toBytes()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFiles")
  void everyFaultIsOneLineThatNamesTheFile(String expected, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("train_32x32.mat"), bytes);
    assertThatThrownBy(() -> images(Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(expected)
        .hasMessageNotContaining("\n");
    assertNothingMade();
  }

  @Test
  void missingFile() {
    assertThatThrownBy(() -> images(Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no train_32x32.mat")
        .hasMessageContaining("dataset download svhn");
  }
}
