package ganengine.kernels.cuda.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The least that is a shared library for Linux x86-64: what it needs, and nothing else. */
final class TinyElf {
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int DYNAMIC_AT = 64 + 3 * PROGRAM_HEADER_BYTES;

  private TinyElf() {}

  static byte[] needing(String... libraries) {
    String strings = "\0" + String.join("\0", libraries) + "\0";
    int stringsAt = DYNAMIC_AT + 16 * (libraries.length + 2);
    int size = stringsAt + strings.length();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0x464c457f).put((byte) 2).put((byte) 1);
    file.putShort(16, (short) 3).putShort(18, (short) 62);
    file.putLong(32, 64).putShort(54, (short) PROGRAM_HEADER_BYTES).putShort(56, (short) 3);
    programHeader(file, 64, 1, 0, size);
    programHeader(file, 64 + PROGRAM_HEADER_BYTES, 2, DYNAMIC_AT, stringsAt - DYNAMIC_AT);
    // PT_GNU_STACK, readable and writable: without it the loader would make stacks executable.
    programHeader(file, 64 + 2 * PROGRAM_HEADER_BYTES, 0x6474e551, 0, 0);
    file.putInt(64 + 2 * PROGRAM_HEADER_BYTES + 4, 6);
    file.position(DYNAMIC_AT);
    int string = 1;
    for (String library : libraries) {
      file.putLong(1).putLong(string);
      string += library.length() + 1;
    }
    file.putLong(5).putLong(stringsAt).putLong(0).putLong(0);
    file.put(strings.getBytes(StandardCharsets.US_ASCII));
    return file.array();
  }

  private static void programHeader(ByteBuffer file, int at, int type, int offset, int size) {
    file.putInt(at, type).putLong(at + 8, offset).putLong(at + 16, offset).putLong(at + 32, size);
  }
}
