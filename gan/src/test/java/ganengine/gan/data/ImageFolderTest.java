package ganengine.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.data.files.Archives;
import ganengine.gan.data.pixels.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir Path folder;

  private ImageSet open(Path data, Part part) {
    Decoding decoding = new Decoding(folder.resolve("cache"), 1, DecodingListener.NONE);
    ImageRecipe recipe = DataSets.recipe("folder").withSide(1);
    return DataSets.images("folder", data.toString(), part, recipe, decoding);
  }

  private Path write(String... names) throws IOException {
    Path root = folder.resolve("images");
    for (int i = 0; i < names.length; i++) {
      Path path = root.resolve(names[i]);
      Files.createDirectories(path.getParent());
      Files.write(path, Pictures.pgm(1, 1, i));
    }
    return root;
  }

  @Test
  void subFoldersAreClasses() throws IOException {
    ImageSet images = open(write("b/deep/1.pgm", "a/1.pgm", "b/2.pgm", "b/readme.txt"), Part.TRAIN);
    assertThat(images.classNames()).containsExactly("a", "b");
    assertThat(images.labels()).containsExactly(0, 1, 1);
    assertThat(images.pixels()).containsExactly(1, 2, 0);
    assertThat(images.origin().orElseThrow()).endsWith("1 other files beside them");
  }

  @Test
  void imagesBesideSubFoldersHaveNoClasses() throws IOException {
    ImageSet images = open(write("1.pgm", "a/1.pgm"), Part.TRAIN);
    assertThat(images.labels()).isNull();
    assertThat(images.classes()).isZero();
    assertThat(images.count()).isEqualTo(2);
  }

  @Test
  void trainAndTestAreParts() throws IOException {
    Path root = write("x/train/a/1.pgm", "x/train/b/1.pgm", "x/test/a/1.pgm", "x/val/b/1.pgm");
    ImageSet train = open(root, Part.TRAIN);
    assertThat(train.pixels()).containsExactly(0, 1);
    assertThat(train.classNames()).containsExactly("a", "b");
    assertThat(open(root, Part.TEST).pixels()).containsExactly(2);
  }

  @Test
  void archivesAreReadAsFolders() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("top/b/1.pgm", Pictures.pgm(1, 1, 5));
    files.put("top/a/1.pgm", Pictures.pgm(1, 1, 6));
    for (Path archive :
        new Path[] {
          Archives.zip(folder.resolve("x.zip"), files), Archives.tgz(folder.resolve("x.tgz"), files)
        }) {
      ImageSet images = open(archive, Part.TRAIN);
      assertThat(images.pixels()).containsExactly(5, 6);
      assertThat(images.labels()).containsExactly(1, 0);
    }
  }

  @Test
  void whatIsWrongWithIt() throws IOException {
    refused(folder.resolve("gone"), Part.TRAIN, "gone: there is no such file");
    Path root = write("readme.txt");
    refused(root, Part.TRAIN, "holds no images (jpg, png, webp, bmp, pgm)");
    write("a/1.pgm", "b/1.pgm");
    refused(root, Part.TEST, "has no sub-folder 'test' with images");
    write("A /1.pgm");
    refused(root, Part.TRAIN, "'A ' and 'a' would be two classes of one name");
  }

  private void refused(Path data, Part part, String said) {
    assertThatThrownBy(() -> open(data, part))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said);
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void facesOfTheOrl() {
    ImageSet images =
        DataSets.images(
            "folder",
            RealData.at("att-faces").toString(),
            Part.TRAIN,
            DataSets.recipe("folder"),
            new Decoding(folder.resolve("cache"), 2, DecodingListener.NONE));
    assertThat(images).hasToString("folder: 390 images of 64 x 64 x 1");
    assertThat(images.classNames()).hasSize(39).contains("s2", "s40");
    assertThat(images.origin()).contains("390 images of 92 x 112 pixels, crop square");
  }

  @Test
  void cifarAsJpegInAnArchive() {
    ImageSet images =
        DataSets.images(
            "folder",
            RealData.at("cifar-10/cifar-10-images-jpeg.tgz").toString(),
            Part.TEST,
            DataSets.recipe("folder").withSide(32),
            new Decoding(folder.resolve("cache"), 2, DecodingListener.NONE));
    assertThat(images).hasToString("folder: 10,000 images of 32 x 32 x 3");
    assertThat(images.classNames()).startsWith("airplane", "automobile").hasSize(10);
  }
}
