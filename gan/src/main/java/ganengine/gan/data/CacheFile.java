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
import java.util.zip.CheckedOutputStream;

/**
 * A file of decoded images: the bytes of the images [count, height, width, channels], the {@link
 * CacheTrailer}, then 20 bytes: the trailer's length, the checksum (CRC-32) of all until there, the
 * format's version, each of 32 bits, and eight letters. Big-endian.
 */
final class CacheFile {
  /** To be raised with every change of the format, or of how images are decoded and scaled. */
  static final int VERSION = 2;

  private static final long LETTERS = 0x47414E5049584C53L; // GANPIXLS

  private static final int END = 20;

  /** Its bytes from the checksum on. */
  private static final int UNSUMMED = 16;

  /** What is read at once to be checked: a megabyte. */
  private static final int PIECE = 1 << 20;

  private CacheFile() {}

  /** The file is there, but not as it was written: what is wrong with it. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String what) {
      super(what);
    }
  }

  /** What the images are to be written to. */
  static CheckedOutputStream begin(OutputStream out) {
    return new CheckedOutputStream(out, new CRC32());
  }

  /** Writes what comes after the images. */
  static void writeEnd(CheckedOutputStream out, CacheTrailer trailer) throws IOException {
    byte[] bytes = trailer.toBytes();
    DataOutputStream data = new DataOutputStream(out);
    data.write(bytes);
    data.writeInt(bytes.length);
    data.writeInt((int) out.getChecksum().getValue());
    data.writeInt(VERSION);
    data.writeLong(LETTERS);
    data.flush();
  }

  /**
   * Reads a file once, to see that it is whole, and maps it.
   *
   * @param name the data set's
   * @param listener is told how far it is read
   * @throws NoSuchFileException if there is none
   * @throws DamagedException if it has been cut off, damaged, or is of another version
   */
  static ImageSet open(Path file, String name, DecodingListener listener) throws IOException {
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
      if (checksum(channel, size - UNSUMMED, name, listener) != checksum) {
        throw new DamagedException("its bytes are not those that were written");
      }
      CacheTrailer trailer = CacheTrailer.of(read(channel, size - END - length, length).array());
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
    fill(bytes, channel, from);
    return bytes;
  }

  private static void fill(ByteBuffer bytes, FileChannel channel, long from) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new DamagedException("it ends early");
      }
    }
    bytes.flip();
  }

  /** Of a file's first bytes. */
  private static int checksum(
      FileChannel channel, long count, String name, DecodingListener listener) throws IOException {
    CRC32 crc = new CRC32();
    ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    int pieces = (int) ((count + PIECE - 1) / PIECE);
    for (int i = 0; i < pieces; i++) {
      long from = (long) i * PIECE;
      piece.clear().limit((int) Math.min(PIECE, count - from));
      fill(piece, channel, from);
      crc.update(piece);
      listener.checking(name, i + 1, pieces);
    }
    return (int) crc.getValue();
  }
}
