package ganengine.gan.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A small data set in MNIST's format, for tests to damage. */
final class IdxFiles {
  static final String IMAGES = "train-images-idx3-ubyte.gz";
  static final String LABELS = "train-labels-idx1-ubyte.gz";

  private IdxFiles() {}

  /** 28 x 28 images and their labels, in a folder. */
  static Path write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(IMAGES), zipped(images(count)));
    Files.write(folder.resolve(LABELS), zipped(labels(count)));
    return folder;
  }

  static byte[] images(int count) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * 784);
    return file.putInt(0x803).putInt(count).putInt(28).putInt(28).array();
  }

  static byte[] labels(int count) {
    return ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count).array();
  }

  static byte[] zipped(byte[] contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(contents);
    }
    return bytes.toByteArray();
  }
}
