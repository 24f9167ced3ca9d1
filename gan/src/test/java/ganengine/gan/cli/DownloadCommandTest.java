package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.data.download.DataSetSource;
import ganengine.gan.data.download.RemoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "celeba, https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html",
    "lsun, http://dl.yf.io/lsun/scenes/"
  })
  void whereToGetWhatIsNotFetched(String name, String address) {
    Path target = folder.resolve("new");
    Cli outcome = Cli.run("dataset", "download", name, "--to", target.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains(address).contains("train --dataset " + name);
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist", "cifar10", "lfw", "svhn"})
  void everyFileHasSizeChecksumAndAddress(String name) {
    DataSetSource source =
        DataSetSource.ALL.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    assertThat(source.files()).isNotEmpty();
    for (RemoteFile file : source.files()) {
      assertThat(file.size()).isPositive();
      assertThat(file.checksum().hex())
          .hasSize(file.checksum().algorithm().equals("MD5") ? 32 : 64)
          .matches("[0-9a-f]*");
      assertThat(file.addresses()).isNotEmpty().allMatch(a -> a.getScheme().startsWith("http"));
    }
  }

  @Test
  void unknownName() {
    Cli outcome = Cli.run("dataset", "download", "cifar-10");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("there is no data set 'cifar-10' to fetch")
        .endsWith("did you mean 'cifar10'?");
  }

  @Test
  void fileInPlaceOfTheFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Cli outcome = Cli.run("dataset", "download", "mnist", "--to", file.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines()).singleElement().asString().contains("is not a folder");
  }

  /** The first file is there but wrong, so nothing is fetched. */
  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte.gz"), new byte[1]);
    Cli outcome = Cli.run("dataset", "download", "mnist", "--to", folder.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).contains("mnist: 4 files, 11.6 MB").contains("CC BY-SA 3.0");
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("expected MD5 f68b3c2dcbeaaa9fbdd348bbdeb94873");
  }
}
