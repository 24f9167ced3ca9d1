package ganengine.kernels.cuda.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes a library ask for another major version of a library that it needs: {@code libcublas.so.13}
 * in place of {@code libcublas.so.12}. In the file that is one string, which the name of the needed
 * library and the name of its version share, and the version's hash.
 */
final class Relinker {
  private Relinker() {}

  /**
   * A copy of the library with every use of one name in its dynamic section replaced.
   *
   * @param library the file; stays as it is
   * @param from the name it uses
   * @param to the name it is to use, as long as {@code from}
   * @throws IllegalArgumentException if it is no library, is damaged, or doesn't use {@code from}
   */
  static byte[] relink(byte[] library, String from, String to) {
    if (from.length() != to.length()) {
      throw new IllegalArgumentException("%s is not as long as %s".formatted(to, from));
    }
    List<ElfFile.Name> uses =
        ElfFile.names(ByteBuffer.wrap(library)).stream()
            .filter(name -> name.text().equals(from))
            .toList();
    if (uses.isEmpty()) {
      throw new IllegalArgumentException("it does not use " + from);
    }
    byte[] name = to.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer relinked = ByteBuffer.wrap(library.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (ElfFile.Name use : uses) {
      relinked.put(use.at(), name);
      if (use.hashAt() >= 0) {
        relinked.putInt(use.hashAt(), hash(name));
      }
    }
    return relinked.array();
  }

  /** The System V ABI's hash of a symbol's name, which version names use too. */
  static int hash(byte[] name) {
    int hash = 0;
    for (byte character : name) {
      hash = (hash << 4) + character;
      int high = hash & 0xf0000000;
      hash = (hash ^ (high >>> 24)) & ~high;
    }
    return hash;
  }
}
