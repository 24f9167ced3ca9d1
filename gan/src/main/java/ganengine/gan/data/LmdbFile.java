package ganengine.gan.data;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of an LMDB file, read with care, before LMDB itself is let at it: LMDB trusts what
 * stands in a file, and where that points beyond the mapped bytes, this program ends without a
 * word.
 *
 * @param path where it is
 * @param channel to read from
 * @param size its bytes
 */
record LmdbFile(Path path, FileChannel channel, long size) {
  /**
   * Looks through a file.
   *
   * @return how many entries it holds, at least one
   * @throws UserError if it is no LMDB file, is cut off, damaged, of another kind than LSUN's, or
   *     empty
   */
  static int check(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      LmdbFile file = new LmdbFile(path, channel, channel.size());
      LmdbMeta meta = LmdbMeta.younger(file);
      if (meta.entries() == 0) {
        throw new UserError(path + ": is a database without entries; get it again");
      }
      return new LmdbTree(file, meta).entries();
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Some of the bytes, in the order that the machines have for which there is an LMDB. */
  ByteBuffer read(long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw damaged("it ends early");
      }
    }
    return bytes.flip();
  }

  UserError damaged(String what) {
    return new UserError(
        "%s: is no LMDB database, or damaged (%s); get it again".formatted(path, what));
  }
}
