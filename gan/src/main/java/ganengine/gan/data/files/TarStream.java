package ganengine.gan.data.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a tar archive front to back: ustar (POSIX.1-1988) with the long names of GNU tar and of pax
 * (POSIX.1-2001). Only regular files are shown.
 */
final class TarStream {
  private static final int BLOCK = 512;

  /** Bytes of a long name's entry; names themselves are shorter by far. */
  private static final int LONGEST_NAME = 1 << 16;

  private final InputStream in;
  private long position;
  private long left;
  private int padding;

  TarStream(InputStream in) {
    this.in = in;
  }

  /** Unpacked bytes passed so far. */
  long position() {
    return position;
  }

  /** The next regular file; null at the end. */
  FileTree.Entry next() throws IOException {
    String longName = null;
    while (true) {
      skip(left + padding);
      byte[] header = block();
      if (header == null) {
        return null;
      }
      requireChecksum(header);
      left = number(header, 124, 12);
      padding = (int) ((BLOCK - left % BLOCK) % BLOCK);
      switch (header[156]) {
        case 'L' -> longName = text(nameEntry(), 0, LONGEST_NAME);
        case 'x' -> longName = paxPath(nameEntry(), longName);
        case '0', '\0', '7' -> {
          String name = longName == null ? shortName(header) : longName;
          longName = null;
          if (!name.endsWith("/")) {
            return new FileTree.Entry(name.startsWith("./") ? name.substring(2) : name, left);
          }
        }
        default -> longName = null;
      }
    }
  }

  /** The bytes of the file that {@link #next} gave; its size has been looked at before. */
  byte[] contents() throws IOException {
    byte[] bytes = in.readNBytes((int) left);
    if (bytes.length < left) {
      throw new EOFException("inside of a file");
    }
    position += left;
    left = 0;
    return bytes;
  }

  private byte[] nameEntry() throws IOException {
    if (left > LONGEST_NAME) {
      throw new IOException("its tar data is damaged: a name of %,d bytes".formatted(left));
    }
    return contents();
  }

  /** A header, or null at the two empty blocks that end an archive, or where nothing follows. */
  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length == 0 && position > 0) {
      return null;
    }
    if (block.length < BLOCK) {
      throw new EOFException("inside of a header");
    }
    position += BLOCK;
    return Arrays.equals(block, new byte[BLOCK]) ? null : block;
  }

  private void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
    position += bytes;
    left = 0;
    padding = 0;
  }

  /** The sum of the header's bytes, its own eight taken as blanks. */
  private static void requireChecksum(byte[] header) throws IOException {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
    }
    if (number(header, 148, 8) != sum) {
      throw new IOException("it is no tar archive, or damaged (a header's checksum is wrong)");
    }
  }

  /** Octal digits, or, with the first bit set, a binary number (GNU). */
  private static long number(byte[] header, int from, int length) throws IOException {
    if (header[from] < 0) {
      long value = header[from] & 0x7F;
      for (int i = from + 1; i < from + length; i++) {
        value = value << 8 | (header[i] & 0xFF);
      }
      return value;
    }
    String digits = text(header, from, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("it is no tar archive, or damaged (no number where one stands)", e);
    }
  }

  private static String shortName(byte[] header) {
    String name = text(header, 0, 100);
    boolean posix = header[262] == '\0' && text(header, 257, 6).equals("ustar");
    String prefix = posix ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** Records "LENGTH KEY=VALUE\n". */
  private static String paxPath(byte[] records, String otherwise) {
    String path = otherwise;
    for (String line : new String(records, StandardCharsets.UTF_8).lines().toList()) {
      int key = line.indexOf(" path=");
      if (key > 0) {
        path = line.substring(key + " path=".length());
      }
    }
    return path;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < Math.min(bytes.length, from + length) && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
