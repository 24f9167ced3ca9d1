package ganengine.gan.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what their names say end a run before it begins. */
final class BadDataTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "svhn, train_32x32.mat, is no MATLAB 5 file",
    "lsun, x_train_lmdb/data.mdb, too few for an LMDB database",
    "stacked-mnist, train-images-idx3-ubyte.gz, is no IDX file of images",
  })
  void oneLineAndExitCode2(String dataset, String file, String message) throws IOException {
    Path place = folder.resolve("data").resolve(file);
    Files.createDirectories(place.getParent());
    Files.write(place, "hello, world".getBytes(US_ASCII));
    Files.write(place.resolveSibling("train-labels-idx1-ubyte.gz"), new byte[9]);
    Path out = folder.resolve("run");
    Cli outcome =
        Cli.run(
            "train",
            "--dataset",
            dataset,
            "--data",
            folder.resolve("data").toString(),
            "--device",
            "cpu",
            "--out",
            out.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("gan-engine: " + place + ": ")
        .contains(message);
    assertThat(out).doesNotExist();
  }
}
