package ganengine.gan.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes small IDX files, good ones and broken ones, for tests. */
final class IdxBytes {
  private IdxBytes() {}

  /** A file of random images. */
  static byte[] images(int count, int height, int width) {
    byte[] pixels = new byte[count * height * width];
    new Random(7).nextBytes(pixels);
    return file(pixels, 2051, count, height, width);
  }

  /** A file of the labels 0, 1, ... 9, 0, ... */
  static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return file(labels, 2049, count);
  }

  /** A header of these numbers, then these bytes. */
  static byte[] file(byte[] contents, int... header) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * header.length + contents.length);
    for (int number : header) {
      buffer.putInt(number);
    }
    return buffer.put(contents).array();
  }

  /** The same, packed. */
  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
