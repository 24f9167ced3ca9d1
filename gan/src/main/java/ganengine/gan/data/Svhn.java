package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/**
 * SVHN's cropped digits (Netzer et al., 2011): a MATLAB 5 file with {@code X} [32, 32, 3, n],
 * bytes, columns first, and {@code y} [n, 1], where 10 stands for the digit 0.
 */
final class Svhn implements ImageSource {
  static final PublishedImages SET =
      new PublishedImages(
          "svhn",
          new ImageRecipe(Crop.SQUARE, 32, 3),
          "train_32x32.mat",
          "http://ufldl.stanford.edu/housenumbers/ (dataset download svhn)",
          Svhn::find);

  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int IMAGE = 3 * PLANE;
  private static final Map<Part, String> FILES =
      Map.of(Part.TRAIN, "train_32x32.mat", Part.TEST, "test_32x32.mat");

  /** Photographs pack to no less than this; a file that unpacks to more is made to do harm. */
  private static final int LARGEST_RATIO = 100;

  private final MatlabFile file;
  private final int[] labels;

  private Svhn(MatlabFile file, int[] labels) {
    this.file = file;
    this.labels = labels;
  }

  private static Optional<ImageSource> find(Path data, Part part) {
    return Places.of(data, "svhn", "SVHN")
        .find(FILES.get(part))
        .map(path -> read(new MatlabFile(path)));
  }

  /** Reads the labels alone: the images are for {@link #visit}. */
  private static ImageSource read(MatlabFile file) {
    Matrix y = file.matrix("y", header -> requireHarmless(file, header, 8));
    int[] labels = new int[y.getNumElements()];
    for (int i = 0; i < labels.length; i++) {
      int label = y.getInt(i);
      if (label < 1 || label > 10) {
        throw new UserError(
            "%s: label %,d is %d, expected 1 to 10; the file is damaged, get it again"
                .formatted(file.path(), i, label));
      }
      labels[i] = label % 10;
    }
    return new Svhn(file, labels);
  }

  private static void requireHarmless(MatlabFile file, Mat5Reader.EntryHeader header, int width) {
    long size = width;
    for (int length : header.getDimensions()) {
      if (length < 0 || (size *= Math.max(1, length)) > LARGEST_RATIO * fileSize(file.path())) {
        throw new UserError(
            "%s: its %s is said to be %s, more than such a file can hold; it is damaged or made to"
                    .formatted(file.path(), header.getName(), sizes(header.getDimensions()))
                + " do harm");
      }
    }
  }

  private void requireImages(Mat5Reader.EntryHeader header) {
    requireHarmless(file, header, 1);
    int[] expected = {SIDE, SIDE, 3, labels.length};
    // MATLAB drops a last dimension of 1.
    int[] single = {SIDE, SIDE, 3};
    int[] found = header.getDimensions();
    boolean fits =
        Arrays.equals(found, expected) || (labels.length == 1 && Arrays.equals(found, single));
    if (!fits || header.getType() != MatlabType.UInt8) {
      throw new UserError(
          "%s: its X is %s of %s, expected %s of uint8; it is no file of SVHN's cropped digits"
              .formatted(file.path(), sizes(found), header.getType(), sizes(expected)));
    }
  }

  private static String sizes(int[] dimensions) {
    return String.join(" x ", IntStream.of(dimensions).mapToObj(Integer::toString).toList());
  }

  private static long fileSize(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  @Override
  public String name() {
    return SET.name();
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  @Override
  public String fingerprint() {
    return file.fingerprint();
  }

  @Override
  public int count() {
    return labels.length;
  }

  @Override
  public List<String> classNames() {
    return IntStream.range(0, 10).mapToObj(Integer::toString).toList();
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
    Matrix x = file.matrix("X", this::requireImages);
    for (int i = 0; i < labels.length; i++) {
      int first = i * IMAGE;
      visitor.image("image " + i, labels[i], () -> image(x, first));
    }
  }

  /** From planes of columns to rows of pixels. */
  private static RawImage image(Matrix x, int first) {
    byte[] bytes = new byte[IMAGE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        for (int c = 0; c < 3; c++) {
          bytes[(row * SIDE + column) * 3 + c] = x.getByte(first + c * PLANE + column * SIDE + row);
        }
      }
    }
    return new RawImage(SIDE, SIDE, 3, bytes);
  }
}
