package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.data.files.Archives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10Test {
  private static final int RECORD = 3073;

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void makeFolder() throws IOException {
    data = Files.createDirectories(folder.resolve("data/cifar-10-batches-bin"));
  }

  /** Records whose planes are 100, 101, 102 and so on. */
  private static byte[] batch(int... labels) {
    byte[] batch = new byte[labels.length * RECORD];
    for (int i = 0; i < labels.length; i++) {
      batch[i * RECORD] = (byte) labels[i];
      for (int plane = 0; plane < 3; plane++) {
        int from = i * RECORD + 1 + plane * 1024;
        Arrays.fill(batch, from, from + 1024, (byte) (100 + plane + 10 * i));
      }
    }
    return batch;
  }

  private ImageSet open(Path place, Part part) {
    Decoding decoding = new Decoding(folder.resolve("cache"), 1, DecodingListener.NONE);
    return DataSets.images("cifar10", place.toString(), part, DataSets.recipe("cifar10"), decoding);
  }

  @Test
  void batchesInAFolderOrItsParent() throws IOException {
    Files.write(data.resolve("data_batch_1.bin"), batch(3, 9));
    Files.write(data.resolve("data_batch_2.bin"), batch(0));
    Files.write(data.resolve("test_batch.bin"), batch(5));
    for (Path place : new Path[] {data, data.getParent()}) {
      ImageSet images = open(place, Part.TRAIN);
      assertThat(images).hasToString("cifar10: 3 images of 32 x 32 x 3");
      assertThat(images.labels()).containsExactly(3, 9, 0);
      assertThat(images.classNames()).startsWith("airplane").endsWith("truck");
      assertThat(images.pixels()).startsWith(100, 101, 102, 100, 101, 102).endsWith(100, 101, 102);
      assertThat(open(place, Part.TEST).labels()).containsExactly(5);
    }
  }

  @Test
  void archiveOfItsMakers() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("cifar-10-batches-bin/data_batch_4.bin", batch(1));
    files.put("cifar-10-batches-bin/batches.meta.txt", new byte[9]);
    files.put("cifar-10-batches-bin/data_batch_1.bin", batch(2));
    Path archive = Archives.tgz(folder.resolve("cifar-10-binary.tar.gz"), files);
    assertThat(open(archive, Part.TRAIN).labels()).containsExactly(1, 2);
    assertThat(open(folder, Part.TRAIN).labels()).containsExactly(1, 2);
  }

  @Test
  void whatIsWrongWithThem() throws IOException {
    refused("holds no cifar-10-binary.tar.gz or data_batch_1.bin");
    Path file = Files.write(data.resolve("data_batch_1.bin"), Arrays.copyOf(batch(1, 2), 6000));
    refused("'data_batch_1.bin' has 6,000 bytes, which are no whole records of 3,073");
    Files.write(file, batch(1, 10));
    refused("the label of record 1 is 10, expected 0 to 9");
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**images*");
  }

  private void refused(String said) {
    assertThatThrownBy(() -> open(data, Part.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said);
  }

  @Test
  void theFirstRecordsOfTheRealOne() {
    ImageSet images = open(RealData.at("cifar-10"), Part.TRAIN);
    assertThat(images.count()).isEqualTo(4000);
    int[] counts = new int[10];
    Arrays.stream(images.labels()).forEach(label -> counts[label]++);
    assertThat(counts).containsExactly(396, 366, 420, 384, 422, 393, 414, 385, 407, 413);
  }
}
