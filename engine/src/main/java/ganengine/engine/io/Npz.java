package ganengine.engine.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's .npz: a zip archive with a .npy for each array, as {@code numpy.savez} writes and {@code
 * numpy.load} reads it. Equal contents give equal bytes.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  /**
   * What every entry is dated. Midnight of 1980-01-01, the format's zero, would make the JDK store
   * a second time that depends on the time zone.
   */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 2, 0, 0);

  private Npz() {}

  /** Writes a file, or overwrites it; arrays in the map's order, not compressed. */
  public static void write(Path file, Map<String, HostTensor> arrays) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, HostTensor> array : arrays.entrySet()) {
        zip.putNextEntry(entry(array.getKey(), array.getValue()));
        Npy.write(array.getValue(), zip);
        zip.closeEntry();
      }
    }
  }

  /** A stored entry announces its size and check sum, so its bytes are made once more for them. */
  private static ZipEntry entry(String name, HostTensor array) throws IOException {
    CRC32 checksum = new CRC32();
    CountingStream size = new CountingStream();
    Npy.write(array, new CheckedOutputStream(size, checksum));
    ZipEntry entry = new ZipEntry(name + SUFFIX);
    entry.setTimeLocal(EPOCH);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size.count);
    entry.setCrc(checksum.getValue());
    return entry;
  }

  /**
   * Reads all arrays of a file, compressed or not, in its order.
   *
   * @throws DamagedFileException if it is not a zip archive of .npy arrays (format 1.0, C order, of
   *     {@code <f4}, {@code <f8}, {@code <i8} or {@code |u1}) with right check sums
   */
  public static Map<String, HostTensor> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Map<String, HostTensor> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
          throw new DamagedFileException(
              file.toString(), "its entry '%s' is not a %s array".formatted(name, SUFFIX));
        }
        String key = name.substring(0, name.length() - SUFFIX.length());
        if (arrays.put(key, read(file + "/" + name, zip, entry)) != null) {
          throw new DamagedFileException(
              file.toString(), "its entry '%s' stands there twice".formatted(name));
        }
      }
    } catch (ZipException e) {
      throw new DamagedFileException(
          file.toString(), "it is not a whole zip archive (" + e.getMessage() + ")", e);
    }
    return Collections.unmodifiableMap(arrays);
  }

  private static HostTensor read(String path, ZipFile zip, ZipEntry entry) throws IOException {
    try (CheckedInputStream in =
        new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32())) {
      HostTensor array = Npy.read(path, entry.getSize(), in);
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new DamagedFileException(path, "its check sum is wrong");
      }
      return array;
    }
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int value) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }
}
