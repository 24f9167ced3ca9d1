package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetsTest {
  @TempDir Path folder;

  @Test
  void digitsAreTheTestImagesOfMnist() throws NoSuchAlgorithmException {
    ImageSet digits = DataSets.images("digits", null);
    assertThat(digits).hasToString("digits: 10,000 images of 28 x 28 x 1");
    assertThat(digits.labels()).startsWith(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
    int[] counts = new int[digits.classes()];
    for (int label : digits.labels()) {
      counts[label]++;
    }
    assertThat(counts).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    assertThat(HexFormat.of().formatHex(hash.digest(digits.pixels())))
        .isEqualTo("6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161");
  }

  @ParameterizedTest
  @CsvSource({
    "mnist, '', -idx, .gz",
    "mnist, '', .idx, ''",
    "mnist, mnist/, -idx, ''",
    "fashion-mnist, fashion-mnist/, .idx, .gz",
  })
  void findsTheFilesUnderTheirUsualNames(
      String dataset, String place, String separator, String ending) throws IOException {
    write(place + "train-images" + separator + "3-ubyte" + ending, IdxBytes.images(20, 6, 6));
    write(
        place + "train-labels" + separator + "1-ubyte" + ending,
        IdxBytes.gzip(IdxBytes.labels(20)));
    ImageSet images = DataSets.images(dataset, folder.toString());
    assertThat(images).hasToString(dataset + ": 20 images of 6 x 6 x 1");
    assertThat(images.labels()).hasSize(20).endsWith(8, 9);
  }

  @Test
  void unknownNameListsTheKnownOnes() {
    assertThatThrownBy(() -> DataSets.images("minst", null))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "there is no data set 'minst', there are digits, mnist, fashion-mnist, celeba, lfw, cifar10, svhn, lsun, folder,"
                + " stacked-mnist, stacked-mnist-60k, ring, grid; did you mean 'mnist'?");
  }

  @Test
  void stackedDigitsComeFromTheFolderAndTheJar() throws IOException {
    write("train-images-idx3-ubyte", IdxBytes.images(20, 28, 28));
    write("train-labels-idx1-ubyte", IdxBytes.labels(20));
    StackedDigits stacks = (StackedDigits) DataSets.open("stacked-mnist", folder.toString(), 1);
    ImageSet digits = stacks.digits();
    assertThat(digits.count()).isEqualTo(10_020);
    assertThat(digits.labels()).startsWith(0, 1, 2).endsWith(4, 5, 6);
    assertThat(digits.pixels()).endsWith(DataSets.images("digits", null).pixels());
  }

  @Test
  void theOtherStacksAreOfTheTrainingImagesAlone() throws IOException {
    write("train-images-idx3-ubyte", IdxBytes.images(20, 28, 28));
    write("train-labels-idx1-ubyte", IdxBytes.labels(20));
    StackedDigits stacks = (StackedDigits) DataSets.open("stacked-mnist-60k", folder.toString(), 1);
    assertThat(stacks.digits().count()).isEqualTo(20);
    assertThat(stacks.inEpoch(1).triples()).isNotEqualTo(stacks.triples());
  }

  @Test
  void setsWithoutSingleImagesSaySo() {
    assertThatThrownBy(() -> DataSets.images("ring", null))
        .isInstanceOf(UserError.class)
        .hasMessage("data set 'ring' holds no single images");
  }

  @Test
  void withoutFolderSaysWhereToGetTheFiles() {
    assertThatThrownBy(() -> DataSets.images("fashion-mnist", null))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("data set 'fashion-mnist' needs --data DIR")
        .hasMessageContaining("https://");
  }

  @Test
  void missingFolderAndFileInItsPlace() throws IOException {
    assertThatThrownBy(() -> DataSets.images("mnist", folder.resolve("gone").toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gone: there is no such folder");
    Path file = write("file", new byte[1]);
    assertThatThrownBy(() -> DataSets.images("mnist", file.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void missingLabels() throws IOException {
    write("train-images-idx3-ubyte", IdxBytes.images(20, 6, 6));
    assertThatThrownBy(() -> DataSets.images("mnist", folder.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no train-labels-idx1-ubyte.gz");
  }

  @Test
  void labelsOfAnotherSet() throws IOException {
    write("train-images-idx3-ubyte", IdxBytes.images(20, 6, 6));
    write("train-labels-idx1-ubyte", IdxBytes.labels(19));
    assertThatThrownBy(() -> DataSets.images("mnist", folder.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds 19 labels, but")
        .hasMessageContaining("holds 20 images");
  }

  @Test
  void labelOutOfRange() throws IOException {
    write("train-images-idx3-ubyte", IdxBytes.images(2, 6, 6));
    write("train-labels-idx1-ubyte", IdxBytes.file(new byte[] {3, 10}, 2049, 2));
    assertThatThrownBy(() -> DataSets.images("mnist", folder.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("label 1 is 10, expected 0 to 9");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes);
  }
}
