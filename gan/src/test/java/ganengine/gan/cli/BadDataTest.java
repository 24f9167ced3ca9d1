package ganengine.gan.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.data.CacheFolder;
import ganengine.gan.data.files.Archives;
import ganengine.gan.data.pixels.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that are not what their names say end a run before it begins, in every reader: one line,
 * exit code 2, no run folder and nothing in the cache.
 */
final class BadDataTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void makeFolders() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
  }

  @AfterEach
  void forgetTheCache() {
    System.clearProperty(CacheFolder.PROPERTY);
  }

  @ParameterizedTest
  @CsvSource({
    "svhn, train_32x32.mat, is no MATLAB 5 file",
    "lsun, x_train_lmdb/data.mdb, too few for an LMDB database",
    "mnist, train-images-idx3-ubyte.gz, is no IDX file of images",
    "fashion-mnist, train-images-idx3-ubyte.gz, is no IDX file of images",
    "stacked-mnist, train-images-idx3-ubyte.gz, is no IDX file of images",
    "celeba, img_align_celeba.zip, is no whole zip archive",
    "lfw, lfw.tgz, ends early",
    "cifar10, cifar-10-binary.tar.gz, ends early",
  })
  void oneLineAndExitCode2(String dataset, String file, String message) throws IOException {
    Path place = write(file, "hello, world".getBytes(US_ASCII));
    Files.write(place.resolveSibling("train-labels-idx1-ubyte.gz"), new byte[9]);

    assertThat(refusal(dataset)).startsWith("gan-engine: " + place + ": ").contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "celeba, img_align_celeba/000001.jpg",
    "lfw, lfw/A_B/A_B_0001.jpg",
    "lsun, room.jpg",
    "folder, a/1.png",
  })
  void picturesThatAreNone(String dataset, String file) throws IOException {
    write(file, "hello, world".getBytes(US_ASCII));

    assertThat(refusal(dataset)).contains("is no JPEG, PNG, WebP, BMP or PGM image");
  }

  @ParameterizedTest
  @CsvSource({
    "celeba, img_align_celeba/000001.jpg",
    "lfw, lfw/A_B/A_B_0001.jpg",
    "lsun, room.jpg",
    "folder, a/1.png",
  })
  void picturesThatAreCutOffOrTooSmall(String dataset, String file) throws IOException {
    byte[] whole = Pictures.encoded("png", Pictures.noise(200, 200));
    write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal(dataset)).contains(file.substring(file.lastIndexOf('/') + 1));

    write(file, Pictures.encoded("png", Pictures.noise(178, 200)));
    assertThat(refusal(dataset, "--image-size", "1024")).contains("too small for 1024 x 1024");
  }

  @ParameterizedTest
  @CsvSource({
    "celeba, img_align_celeba.zip, ../000001.jpg",
    "lfw, lfw.tgz, A_B/../../A_B_0001.jpg",
    "lfw, lfw.zip, /etc/A_B/A_B_0001.jpg",
    "cifar10, cifar-10-binary.tar.gz, ../data_batch_1.bin",
  })
  void archivesThatLeadOutside(String dataset, String archive, String name) throws IOException {
    pack(archive, name, new byte[3073]);

    assertThat(refusal(dataset)).contains("leads outside of the archive");
  }

  @ParameterizedTest
  @CsvSource({
    "celeba, img_align_celeba.zip, img_align_celeba/000001.jpg",
    "lfw, lfw.tgz, lfw/A_B/A_B_0001.jpg",
    "cifar10, cifar-10-binary.tar.gz, cifar-10-batches-bin/data_batch_1.bin",
  })
  void archivesThatSwell(String dataset, String archive, String name) throws IOException {
    pack(archive, name, new byte[3073 * 8192]);

    assertThat(refusal(dataset)).contains("unpacks to more than 100 times its size");
  }

  @Test
  void recordsOfNoClassAndHalfOnes() throws IOException {
    byte[] record = new byte[3073];
    record[0] = 10;
    Path batch = write("data_batch_1.bin", record);
    assertThat(refusal("cifar10")).contains("is 10, expected 0 to 9");
    Files.write(batch, Arrays.copyOf(record, 3000));
    assertThat(refusal("cifar10")).contains("no whole records");
  }

  private Path write(String file, byte[] bytes) throws IOException {
    Path place = data.resolve(file);
    Files.createDirectories(place.getParent());
    return Files.write(place, bytes);
  }

  private void pack(String archive, String name, byte[] bytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(Map.of(name, bytes));
    Path place = data.resolve(archive);
    if (archive.endsWith(".zip")) {
      Archives.zip(place, files);
    } else {
      Archives.tgz(place, files);
    }
  }

  /** What is said of the data set in the folder. */
  private String refusal(String dataset, String... options) throws IOException {
    Path out = folder.resolve("run");
    String[] line = {"train", "--model", "mlp", "--dataset", dataset, "--data", data.toString()};
    String[] where = {"--device", "cpu", "--out", out.toString()};
    Cli outcome =
        Cli.run(Stream.of(line, where, options).flatMap(Stream::of).toArray(String[]::new));

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
    assertThat(out).doesNotExist();
    if (Files.exists(folder.resolve("cache"))) {
      assertThat(folder.resolve("cache").toFile().list()).isSubsetOf("lock");
    }
    return outcome.err().strip();
  }
}
