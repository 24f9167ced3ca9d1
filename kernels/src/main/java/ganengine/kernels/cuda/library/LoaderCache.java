package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The dynamic loader's cache, {@code /etc/ld.so.cache}: which library of which name lies where.
 * Read in glibc's format 1.1, which {@code ldconfig} writes since 2.2 (until 2.31 behind an older
 * table).
 */
final class LoaderCache {
  private static final byte[] MAGIC = "glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 48;
  private static final int ENTRY_BYTES = 24;

  /** glibc's flags of an entry: a library for libc 6 (3), for x86-64 (3 in the next byte). */
  private static final int X86_64 = 0x0303;

  private LoaderCache() {}

  /**
   * The folders in which the cache knows libraries whose name begins with one of {@code names};
   * none where there is no cache, or one that can't be read.
   */
  static List<Path> folders(Path cache, List<String> names) {
    try {
      return folders(ByteBuffer.wrap(Files.readAllBytes(cache)), names);
    } catch (IOException | IndexOutOfBoundsException e) {
      return List.of();
    }
  }

  private static List<Path> folders(ByteBuffer bytes, List<String> names) {
    int start = start(bytes);
    if (start < 0) {
      return List.of();
    }
    ByteBuffer table = bytes.slice(start, bytes.limit() - start).order(ByteOrder.LITTLE_ENDIAN);
    Set<Path> folders = new LinkedHashSet<>();
    int entries = table.getInt(MAGIC.length);
    for (int i = 0; i < entries; i++) {
      int at = HEADER_BYTES + i * ENTRY_BYTES;
      String name = string(table, table.getInt(at + 4));
      if (table.getInt(at) == X86_64 && names.stream().anyMatch(name::startsWith)) {
        folders.add(Path.of(string(table, table.getInt(at + 8))).getParent());
      }
    }
    return new ArrayList<>(folders);
  }

  /** Where the table begins: at the file's start, or behind an older one; -1 if nowhere. */
  private static int start(ByteBuffer bytes) {
    for (int at = 0; at + HEADER_BYTES <= bytes.limit(); at += 4) {
      if (ByteBuffer.wrap(MAGIC).equals(bytes.slice(at, MAGIC.length))) {
        return at;
      }
    }
    return -1;
  }

  private static String string(ByteBuffer table, int at) {
    int end = at;
    while (table.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - at];
    table.get(at, text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
