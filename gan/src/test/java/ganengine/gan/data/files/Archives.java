package ganengine.gan.data.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small archives for tests, good ones and bad ones. */
public final class Archives {
  private Archives() {}

  /** A zip of these files, in the map's order. */
  public static Path zip(Path file, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  /** A gzipped tar of these files. */
  public static Path tgz(Path file, Map<String, byte[]> files) throws IOException {
    return Files.write(file, gzip(tar(files)));
  }

  /** A tar of these files; names of over 100 bytes as GNU tar writes them. */
  static byte[] tar(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
      if (name.length > 100) {
        member(out, "././@LongLink".getBytes(StandardCharsets.UTF_8), 'L', name);
      }
      member(out, name, '0', file.getValue());
    }
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void member(ByteArrayOutputStream out, byte[] name, char type, byte[] contents) {
    out.writeBytes(header(name, type, contents.length));
    out.writeBytes(contents);
    out.writeBytes(new byte[(512 - contents.length % 512) % 512]);
  }

  /** A header block that announces so many bytes. */
  static byte[] header(byte[] name, char type, long size) {
    byte[] header = new byte[512];
    System.arraycopy(name, 0, header, 0, Math.min(100, name.length));
    put(header, 124, "%011o".formatted(size));
    header[156] = (byte) type;
    put(header, 257, "ustar");
    put(header, 148, "        ");
    int sum = 0;
    for (byte value : header) {
      sum += value & 0xFF;
    }
    put(header, 148, "%06o\0".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  static byte[] gzip(byte[] contents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(contents);
    }
    return out.toByteArray();
  }
}
