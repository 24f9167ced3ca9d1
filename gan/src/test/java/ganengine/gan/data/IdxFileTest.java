package ganengine.gan.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {
  @TempDir Path folder;

  @Test
  void readsPlainAndPackedFilesWhateverTheirName() throws IOException {
    byte[] bytes = IdxBytes.images(3, 4, 5);
    Path plain = Files.write(folder.resolve("plain.gz"), bytes);
    Path packed = Files.write(folder.resolve("packed"), IdxBytes.gzip(bytes));
    for (Path path : new Path[] {plain, packed}) {
      IdxFile.Contents images = IdxFile.at(path).images();
      assertThat(images.sizes()).containsExactly(3, 4, 5);
      assertThat(images.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 16, bytes.length));
    }
  }

  @Test
  void readsLabels() throws IOException {
    Path path = Files.write(folder.resolve("labels"), IdxBytes.labels(12));
    assertThat(IdxFile.at(path).labels().bytes()).hasSize(12).endsWith(9, 0, 1);
  }

  static Stream<Arguments> brokenFiles() {
    byte[] good = IdxBytes.images(3, 4, 5);
    byte[] packed = IdxBytes.gzip(good);
    byte[] flipped = packed.clone();
    flipped[packed.length - 6] ^= 1;
    byte[] scrambled = packed.clone();
    Arrays.fill(scrambled, 10, 16, (byte) 0xFF);
    return Stream.of(
        arguments("empty", new byte[0], "is empty"),
        arguments("stub", Arrays.copyOf(good, 3), "ends after 3 of 16 bytes of its header"),
        arguments("header only", Arrays.copyOf(good, 10), "ends after 10 of 16 bytes of its head"),
        arguments("truncated", Arrays.copyOf(good, 50), "ends after 50 of 76 bytes"),
        arguments("overlong", Arrays.copyOf(good, 77), "goes on after the 76 bytes"),
        arguments("labels", IdxBytes.labels(10), "begins with the number 2049 (labels), expected"),
        arguments("text", "hello, world".getBytes(US_ASCII), "is no IDX file of images"),
        arguments(
            "huge",
            IdxBytes.file(new byte[9], 2051, Integer.MAX_VALUE, Integer.MAX_VALUE, 28),
            "announces 2147483647 images of 2147483647 x 28"),
        arguments("large", IdxBytes.file(new byte[9], 2051, 1_000_000, 28, 28), "of 784,000,016"),
        arguments("negative", IdxBytes.file(new byte[9], 2051, -1, 28, 28), "announces -1 images"),
        arguments("none", IdxBytes.file(new byte[0], 2051, 0, 28, 28), "announces 0 images"),
        arguments("flat", IdxBytes.file(new byte[0], 2051, 5, 0, 28), "images of 0 x 28"),
        arguments("cut gzip", Arrays.copyOf(packed, 40), "gzip data ends early"),
        arguments("gzip header only", Arrays.copyOf(packed, 2), "gzip data ends early"),
        arguments("gzip checksum", flipped, "gzip data is damaged"),
        arguments("scrambled gzip", scrambled, "gzip data is damaged"),
        arguments(
            "bomb",
            IdxBytes.gzip(IdxBytes.file(new byte[1 << 25], 2051, 1 << 15, 32, 32)),
            "unpacks to more than 100 times its size"),
        arguments("gzip of half", IdxBytes.gzip(Arrays.copyOf(good, 50)), "ends after 50 of 76"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFiles")
  void everyFaultIsOneLineThatNamesTheFile(String name, byte[] bytes, String expected)
      throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    assertThatThrownBy(() -> IdxFile.at(path).images())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(expected)
        .hasMessageNotContaining("\n");
  }

  @Test
  void missingFile() {
    assertThatThrownBy(() -> IdxFile.at(folder.resolve("gone")).images())
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("gone: there is no such file");
  }

  @Test
  void folderInPlaceOfFile() {
    assertThatThrownBy(() -> IdxFile.at(folder).images())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(folder + ": cannot be read: ");
  }

  @Test
  void fileWithoutReadPermission() throws IOException {
    Path path = Files.write(folder.resolve("locked"), IdxBytes.images(1, 2, 2));
    assumeThat(path.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(path)).as("root reads everything").isFalse();
    assertThatThrownBy(() -> IdxFile.at(path).images())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("may not be read");
  }

  @Test
  void fileWhoseDiskFails() {
    Path failing = Path.of("/proc/self/mem");
    assumeThat(Files.exists(failing)).as("only on Linux").isTrue();
    assertThatThrownBy(() -> IdxFile.at(failing).images())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(failing + ": cannot be read: ");
  }
}
