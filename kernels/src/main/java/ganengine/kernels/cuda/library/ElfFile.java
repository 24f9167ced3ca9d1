package ganengine.kernels.cuda.library;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names in the dynamic section of a shared library for Linux x86-64: its own, those of the
 * libraries it needs, and the versions of symbols it needs and defines (System V ABI, and the
 * version sections of the Linux Standard Base).
 */
final class ElfFile {
  /** What a name stands for. */
  enum Role {
    /** The library's own name (DT_SONAME). */
    OWN,
    /** A library it needs (DT_NEEDED). */
    NEEDED,
    /** A library that it needs versions from (vn_file). */
    VERSION_FILE,
    /** A version it needs (vna_name). */
    VERSION_NEEDED,
    /** A version it defines (vda_name). */
    VERSION_DEFINED
  }

  /**
   * One name.
   *
   * @param role what it stands for
   * @param text the name
   * @param at the place of its first character in the file; several names may share it
   * @param hashAt the place of its hash, 4 bytes; -1 if none is stored
   */
  record Name(Role role, String text, int at, int hashAt) {}

  private static final int HEADER_BYTES = 64;
  private static final int LOADED = 1;
  private static final int DYNAMIC = 2;
  private static final long DT_NEEDED = 1;
  private static final long DT_STRTAB = 5;
  private static final long DT_SONAME = 14;
  private static final long DT_VERDEF = 0x6ffffffcL;
  private static final long DT_VERDEFNUM = 0x6ffffffdL;
  private static final long DT_VERNEED = 0x6ffffffeL;
  private static final long DT_VERNEEDNUM = 0x6fffffffL;

  private final ByteBuffer bytes;
  private final List<Name> names = new ArrayList<>();
  private final List<int[]> loaded = new ArrayList<>();
  private int strings;

  private ElfFile(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Whether a file that begins so (20 bytes are enough) is a shared library for x86-64. */
  static boolean isLibrary(ByteBuffer head) {
    ByteBuffer bytes = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    return bytes.limit() >= 20
        && bytes.getInt(0) == 0x464c457f // 0x7f E L F
        && bytes.get(4) == 2 // 64 bits
        && bytes.get(5) == 1 // little-endian
        && bytes.getShort(16) == 3 // a shared object
        && bytes.getShort(18) == 62; // x86-64
  }

  /**
   * The names in the file.
   *
   * @throws IllegalArgumentException if it is no shared library for x86-64, or damaged
   */
  static List<Name> names(ByteBuffer file) {
    if (!isLibrary(file) || file.limit() < HEADER_BYTES) {
      throw new IllegalArgumentException("no shared library for Linux x86-64");
    }
    ElfFile elf = new ElfFile(file.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    try {
      elf.readDynamicSection();
    } catch (IndexOutOfBoundsException | BufferUnderflowException | ArithmeticException e) {
      throw new IllegalArgumentException("a damaged library: it points outside of itself", e);
    }
    return elf.names;
  }

  private void readDynamicSection() {
    int headers = Math.toIntExact(bytes.getLong(32));
    int size = Short.toUnsignedInt(bytes.getShort(54));
    int count = Short.toUnsignedInt(bytes.getShort(56));
    int dynamic = -1;
    for (int i = 0; i < count; i++) {
      int at = headers + i * size;
      int type = bytes.getInt(at);
      int offset = Math.toIntExact(bytes.getLong(at + 8));
      if (type == LOADED) {
        int address = Math.toIntExact(bytes.getLong(at + 16));
        loaded.add(new int[] {address, Math.toIntExact(bytes.getLong(at + 32)), offset});
      } else if (type == DYNAMIC) {
        dynamic = offset;
      }
    }
    if (dynamic < 0) {
      throw new IllegalArgumentException("a library without a dynamic section");
    }
    readTags(dynamic);
  }

  private void readTags(int dynamic) {
    Map<Long, Long> tags = new HashMap<>();
    List<Long> needed = new ArrayList<>();
    for (int at = dynamic; bytes.getLong(at) != 0; at += 16) {
      long tag = bytes.getLong(at);
      if (tag == DT_NEEDED) {
        needed.add(bytes.getLong(at + 8));
      } else {
        tags.put(tag, bytes.getLong(at + 8));
      }
    }
    strings = place(tags.getOrDefault(DT_STRTAB, -1L));
    needed.forEach(string -> add(Role.NEEDED, Math.toIntExact(string), -1));
    if (tags.containsKey(DT_SONAME)) {
      add(Role.OWN, Math.toIntExact(tags.get(DT_SONAME)), -1);
    }
    if (tags.containsKey(DT_VERNEED)) {
      readNeededVersions(place(tags.get(DT_VERNEED)), tags.getOrDefault(DT_VERNEEDNUM, 0L));
    }
    if (tags.containsKey(DT_VERDEF)) {
      readDefinedVersions(place(tags.get(DT_VERDEF)), tags.getOrDefault(DT_VERDEFNUM, 0L));
    }
  }

  /**
   * Verneed: version, count (16 bits each), file, first, next; Vernaux: hash, 4 bytes, name, next.
   */
  private void readNeededVersions(int at, long count) {
    for (long i = 0; i < count; i++) {
      add(Role.VERSION_FILE, bytes.getInt(at + 4), -1);
      int version = at + bytes.getInt(at + 8);
      for (int j = Short.toUnsignedInt(bytes.getShort(at + 2)); j > 0; j--) {
        add(Role.VERSION_NEEDED, bytes.getInt(version + 8), version);
        version += bytes.getInt(version + 12);
      }
      at += bytes.getInt(at + 12);
    }
  }

  /** Verdef: 6 bytes, count (16 bits), hash, first, next; Verdaux: name, next. */
  private void readDefinedVersions(int at, long count) {
    for (long i = 0; i < count; i++) {
      int first = at + bytes.getInt(at + 12);
      add(Role.VERSION_DEFINED, bytes.getInt(first), at + 8);
      at += bytes.getInt(at + 16);
    }
  }

  private void add(Role role, int string, int hashAt) {
    int from = Math.addExact(strings, string);
    int to = from;
    while (bytes.get(to) != 0) {
      to++;
    }
    byte[] text = new byte[to - from];
    bytes.get(from, text);
    names.add(new Name(role, new String(text, StandardCharsets.US_ASCII), from, hashAt));
  }

  /** Where in the file lies what is loaded at that address. */
  private int place(long address) {
    for (int[] segment : loaded) {
      if (address >= segment[0] && address < (long) segment[0] + segment[1]) {
        return Math.toIntExact(address - segment[0] + segment[2]);
      }
    }
    throw new IndexOutOfBoundsException("address " + address);
  }
}
