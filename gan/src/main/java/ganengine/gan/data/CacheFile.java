package ganengine.gan.data;

import ganengine.gan.data.pixels.MappedPixels;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * A file of decoded images: the bytes of the images [count, height, width, channels], the {@link
 * CacheTrailer}, then 20 bytes: the trailer's length and checksum (CRC-32), both of 32 bits, the
 * format's version, and eight letters. Big-endian.
 */
final class CacheFile {
  /** To be raised with every change of the format, or of how images are decoded and scaled. */
  static final int VERSION = 1;

  private static final long LETTERS = 0x47414E5049584C53L; // GANPIXLS

  private static final int END = 20;

  private CacheFile() {}

  /** The file is there, but not as it was written: what is wrong with it. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String what) {
      super(what);
    }
  }

  /** Writes what comes after the images. */
  static void writeEnd(OutputStream out, CacheTrailer trailer) throws IOException {
    byte[] bytes = trailer.toBytes();
    DataOutputStream data = new DataOutputStream(out);
    data.write(bytes);
    data.writeInt(bytes.length);
    data.writeInt(checksum(bytes));
    data.writeInt(VERSION);
    data.writeLong(LETTERS);
    data.flush();
  }

  /**
   * Maps a file.
   *
   * @param name the data set's
   * @throws NoSuchFileException if there is none
   * @throws DamagedException if it has been cut off, damaged, or is of another version
   */
  static ImageSet open(Path file, String name) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < END) {
        throw new DamagedException("it ends early");
      }
      ByteBuffer end = read(channel, size - END, END);
      int length = end.getInt();
      int checksum = end.getInt();
      int version = end.getInt();
      if (end.getLong() != LETTERS) {
        throw new DamagedException("it ends early");
      }
      if (version != VERSION) {
        throw new DamagedException("it is of version %d, not %d".formatted(version, VERSION));
      }
      if (length < 0 || length > size - END) {
        throw new DamagedException("its last bytes are damaged");
      }
      byte[] bytes = read(channel, size - END - length, length).array();
      if (checksum(bytes) != checksum) {
        throw new DamagedException("its description is damaged");
      }
      CacheTrailer trailer = CacheTrailer.of(bytes);
      if (trailer.pixels() != size - END - length) {
        throw new DamagedException("images are missing");
      }
      return new ImageSet(
          name,
          trailer.sizes(),
          new MappedPixels(channel, trailer.pixels()),
          trailer.labels(),
          trailer.classNames(),
          trailer.origin());
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new DamagedException("it ends early");
      }
    }
    return bytes.flip();
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
