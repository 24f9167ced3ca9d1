package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.data.files.Archives;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CelebA and LFW. */
class FacesTest {
  @TempDir Path folder;

  private ImageSet open(String dataset, Path data, Part part, ImageRecipe recipe) {
    Decoding decoding = new Decoding(folder.resolve("cache"), 2, DecodingListener.NONE);
    return DataSets.images(dataset, data.toString(), part, recipe, decoding);
  }

  private ImageSet open(String dataset, Path data, Part part) {
    return open(dataset, data, part, DataSets.recipe(dataset));
  }

  private static Map<String, byte[]> faces(String... names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      files.put(names[i], Pictures.encoded("jpeg", Pictures.plain(89, 109, 0x404040 * (i + 1))));
    }
    return files;
  }

  private Path celeba() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Archives.zip(
        data.resolve("img_align_celeba.zip"),
        faces(
            "img_align_celeba/000001.jpg",
            "img_align_celeba/000002.jpg",
            "img_align_celeba/000003.jpg",
            "img_align_celeba/readme.txt"));
    return data;
  }

  @Test
  void celebaInItsArchiveWithPartsAndAttributes() throws IOException {
    Path data = celeba();
    assertThat(open("celeba", data, Part.TRAIN)).hasToString("celeba: 3 images of 64 x 64 x 3");
    Path eval = Files.createDirectories(data.resolve("Eval"));
    Files.writeString(
        eval.resolve("list_eval_partition.txt"),
        "000001.jpg 0\r\n000002.jpg 2\r\n000003.jpg 0\r\n");
    assertThat(open("celeba", data, Part.TRAIN).count()).isEqualTo(2);
    ImageSet test = open("celeba", data.resolve("img_align_celeba.zip"), Part.TEST);
    assertThat(test.count()).isEqualTo(1);
    assertThat(test.pixels()[0]).isEqualTo((byte) 0x80);
    assertThat(test.labels()).isNull();

    Files.writeString(
        data.resolve("list_attr_celeba.txt"),
        "3\r\nMale Young\r\n000001.jpg  1 -1\r\n000002.jpg -1  1\r\n000003.jpg -1 -1\r\n");
    assertThat(showing(data, 1, "Male", true)).containsExactly("img_align_celeba/000001.jpg");
    assertThat(showing(data, 1, "Male", false))
        .as("of the part to learn from")
        .containsExactly("img_align_celeba/000003.jpg");
    assertThatThrownBy(() -> showing(data, 2, "Male", true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 faces have the attributes asked for, expected at least 2");
    assertThatThrownBy(() -> showing(data, 1, "Mole", true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no attribute 'Mole', there are Male, Young; did you mean");
  }

  private static List<String> showing(Path data, int count, String attribute, boolean there) {
    ImageRecipe recipe = DataSets.recipe("celeba");
    return CelebaFaces.showing(data.toString(), Map.of(attribute, there), count, 1, recipe).stream()
        .map(CelebaFaces.Face::file)
        .toList();
  }

  @Test
  void celebaWithDamagedLists() throws IOException {
    Path data = celeba();
    refused("celeba", data, Part.TEST, "put it beside");
    Path list = data.resolve("list_eval_partition.txt");
    Files.writeString(list, "000001.jpg 0\n000002.jpg 7\n");
    refused(
        "celeba", data, Part.TRAIN, "line 2: expected a file and 0, 1 or 2, found '000002.jpg 7'");
    Files.writeString(list, "000001.jpg 0\n000002.jpg 0\n000003.jpg 0\n");
    refused("celeba", data, Part.TEST, "holds no images of data set 'celeba'");
  }

  @Test
  void celebaWithDamagedAttributes() throws IOException {
    Path data = celeba();
    Path list = data.resolve("list_attr_celeba.txt");
    for (String line : new String[] {"000001.jpg 1", "000001.jpg 1 7", "000001.jpg 1 1 1"}) {
      Files.writeString(list, "1\nMale Young\n" + line + "\n");
      assertThatThrownBy(() -> showing(data, 1, "Young", true))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("line 3: expected a file and 2 times 1 or -1, found '" + line);
    }
    Files.writeString(list, "");
    assertThatThrownBy(() -> showing(data, 1, "Young", true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no attribute 'Young'");
  }

  @Test
  void lfwInItsArchiveAndAsFolder() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Map<String, byte[]> files =
        faces("lfw/B_C/B_C_0001.jpg", "lfw/A/A_0001.jpg", "lfw/B_C/B_C_0002.jpg", "lfw/A/x.jpg");
    Archives.tgz(data.resolve("lfw.tgz"), files);
    ImageSet packed = open("lfw", data, Part.TRAIN);
    assertThat(packed.classNames()).containsExactly("A", "B_C");
    assertThat(packed.labels()).containsExactly(1, 0, 1);
    Path unpacked = folder.resolve("unpacked");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = unpacked.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    assertThat(open("lfw", unpacked, Part.TRAIN).labels()).containsExactly(0, 1, 1);
    refused("lfw", unpacked, Part.TEST, "holds no lfw-deepfunneled.tgz");
  }

  @Test
  void placesWithoutFaces() throws IOException {
    refused("celeba", folder, Part.TRAIN, "holds no img_align_celeba.zip");
    refused("lfw", folder, Part.TRAIN, "holds no lfw-deepfunneled.tgz");
    refused("lfw", folder.resolve("gone"), Part.TRAIN, "there is no such folder or file");
    assertThatThrownBy(() -> DataSets.images("celeba", null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("needs --data DIR")
        .hasMessageContaining("https://");
  }

  private void refused(String dataset, Path data, Part part, String said) {
    assertThatThrownBy(() -> open(dataset, data, part))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said);
  }

  @Test
  void celebaAtTheSizeOfItsMakers() {
    Path data = RealData.at("celeba/original-size");
    ImageRecipe recipe = new ImageRecipe(Crop.window(112, 152), 112, 3);
    ImageSet images = open("celeba", data, Part.TRAIN, recipe);
    assertThat(images).hasToString("celeba: 32 images of 112 x 112 x 3");
    assertThat(images.origin()).contains("32 images of 178 x 218 pixels, crop 112x152");
  }

  /** Of one face, the window of the half-size image shows what that of the full size does. */
  @Test
  void celebaAtHalfSizeIsCutAlike() {
    ImageRecipe recipe = new ImageRecipe(Crop.window(112, 152), 28, 1);
    ImageSet full = open("celeba", RealData.at("celeba/original-size"), Part.TRAIN, recipe);
    ImageSet half =
        open("celeba", RealData.at("celeba/img_align_celeba_half_10000.zip"), Part.TRAIN, recipe);
    assertThat(half.count()).isEqualTo(10_000);
    double difference = 0;
    byte[] both = new byte[2 * 32 * 784];
    full.store().copy(0, both, 0, 32 * 784);
    half.store().copy(0, both, 32 * 784, 32 * 784);
    for (int i = 0; i < 32 * 784; i++) {
      difference += Math.abs((both[i] & 0xFF) - (both[32 * 784 + i] & 0xFF));
    }
    assertThat(difference / (32 * 784)).isLessThan(6);
  }

  @Test
  void lfwOfItsMakers() {
    ImageSet images = open("lfw", RealData.at("lfw/sample"), Part.TRAIN);
    assertThat(images).hasToString("lfw: 97 images of 64 x 64 x 3");
    assertThat(images.classes()).isEqualTo(64);
  }
}
