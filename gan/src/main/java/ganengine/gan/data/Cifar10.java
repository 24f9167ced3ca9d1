package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CIFAR-10's binary version (Krizhevsky, 2009): files of records, each a label, then 32 x 32 bytes
 * of red, of green and of blue; in a folder or in {@code cifar-10-binary.tar.gz}. Fewer batches, or
 * shorter ones, do as well.
 */
final class Cifar10 implements ImageSource {
  static final PublishedImages SET =
      new PublishedImages(
          "cifar10",
          new ImageRecipe(Crop.SQUARE, 32, 3),
          "cifar-10-binary.tar.gz or data_batch_1.bin to data_batch_5.bin",
          "https://www.cs.toronto.edu/~kriz/cifar.html",
          Cifar10::find);

  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int RECORD = 1 + 3 * PLANE;
  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
  private static final Map<Part, Pattern> FILES =
      Map.of(
          Part.TRAIN, Pattern.compile("(?:.*/)?data_batch_[1-5]\\.bin"),
          Part.TEST, Pattern.compile("(?:.*/)?test_batch\\.bin"));

  private final FileTree tree;
  private final Pattern files;
  private final int count;

  private Cifar10(FileTree tree, Pattern files, int count) {
    this.tree = tree;
    this.files = files;
    this.count = count;
  }

  private static Optional<ImageSource> find(Path data, Part part) {
    return Places.of(data, "cifar10", "cifar-10", "CIFAR10", "CIFAR-10")
        .find("cifar-10-batches-bin", "cifar-10-binary*.{tar.gz,tgz,tar,zip}")
        .or(() -> Optional.of(data).filter(Files::isDirectory))
        .flatMap(place -> read(place, FILES.get(part)));
  }

  private static Optional<ImageSource> read(Path place, Pattern files) {
    FileTree tree = FileTree.open(place);
    int images = 0;
    for (FileTree.Entry file : tree.entries()) {
      if (files.matcher(file.path()).matches()) {
        images += records(tree, file);
      }
    }
    if (images == 0) {
      tree.close();
      return Optional.empty();
    }
    return Optional.of(new Cifar10(tree, files, images));
  }

  private static int records(FileTree tree, FileTree.Entry file) {
    if (file.size() == 0 || file.size() % RECORD != 0) {
      tree.close();
      throw new UserError(
          "%s: '%s' has %,d bytes, which are no whole records of %,d; it was copied incompletely, get it again"
              .formatted(tree.name(), file.path(), file.size(), RECORD));
    }
    return Math.toIntExact(file.size() / RECORD);
  }

  @Override
  public String name() {
    return SET.name();
  }

  @Override
  public String place() {
    return tree.name();
  }

  @Override
  public String fingerprint() {
    return tree.fingerprint() + files;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public List<String> classNames() {
    return CLASSES;
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Optional<Size> publishedSize() {
    return Optional.of(new Size(SIDE, SIDE));
  }

  @Override
  public void visit(Visitor visitor) {
    tree.visit(
        path -> files.matcher(path).matches(),
        (path, contents) -> {
          byte[] bytes = bytes(path, contents);
          for (int record = 0; record < bytes.length / RECORD; record++) {
            int from = record * RECORD;
            visitor.image(
                path + " record " + record,
                label(path, record, bytes[from] & 0xFF),
                () -> image(bytes, from + 1));
          }
        });
  }

  private byte[] bytes(String path, FileTree.Contents contents) {
    try {
      return contents.bytes();
    } catch (IOException e) {
      throw new UserError(
          "%s: '%s' cannot be read: %s".formatted(tree.name(), path, e.getMessage()), e);
    }
  }

  private int label(String path, int record, int label) {
    if (label >= CLASSES.size()) {
      throw new UserError(
          "%s: '%s': the label of record %,d is %d, expected 0 to %d; the file is damaged, get it again"
              .formatted(tree.name(), path, record, label, CLASSES.size() - 1));
    }
    return label;
  }

  /** From planes to pixels. */
  private static RawImage image(byte[] planes, int from) {
    byte[] bytes = new byte[3 * PLANE];
    for (int i = 0; i < PLANE; i++) {
      for (int c = 0; c < 3; c++) {
        bytes[3 * i + c] = planes[from + c * PLANE + i];
      }
    }
    return new RawImage(SIDE, SIDE, 3, bytes);
  }

  @Override
  public void close() {
    tree.close();
  }
}
