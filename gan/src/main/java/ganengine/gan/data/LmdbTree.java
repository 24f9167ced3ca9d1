package ganengine.gan.data;

import static ganengine.gan.data.LmdbMeta.HEADER;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Walks an LMDB file's main tree (format 1, {@code mdb.c} of LMDB 0.9): a page is the header, then
 * the place of each node in it, 16 bits each; a node is 8 bytes, a key, and in a leaf a value. Of
 * values that fill pages of their own only the place is looked at.
 */
final class LmdbTree {
  /** What stands in front of a node's key. */
  private static final int NODE = 8;

  private static final int BRANCH = 1;
  private static final int LEAF = 2;

  /** The header's flags that tell kinds of pages apart. */
  private static final int KINDS = 0x6F;

  /** Of a node whose value lies on pages of its own. */
  private static final int BIG = 1;

  /** LMDB's cursors take no more levels. */
  private static final int DEEPEST = 32;

  /** Bytes; encoded images are far smaller. */
  private static final long LARGEST_VALUE = 1 << 28;

  private final LmdbFile file;
  private final LmdbMeta meta;
  private final BitSet seen = new BitSet();
  private long entries;
  private long valueBytes;

  LmdbTree(LmdbFile file, LmdbMeta meta) {
    this.file = file;
    this.meta = meta;
  }

  /**
   * Walks all of it.
   *
   * @return how many entries there are
   * @throws UserError if anything points where it may not, or there are more or fewer entries than
   *     announced
   */
  int entries() throws IOException {
    if (meta.flags() != 0 || meta.depth() < 1 || meta.depth() > DEEPEST) {
      throw file.damaged(
          "its tree is of kind %d and %d levels, expected kind 0 and 1 to %d levels"
              .formatted(meta.flags(), meta.depth(), DEEPEST));
    }
    walk(meta.root(), meta.depth());
    if (entries != meta.entries() || entries > Integer.MAX_VALUE) {
      throw file.damaged(
          "it has %,d entries, announced are %,d".formatted(entries, meta.entries()));
    }
    return (int) entries;
  }

  /** The part below a page; of one level is a leaf. */
  private void walk(long number, int levels) throws IOException {
    if (number < 2 || number > meta.lastPage() || number > Integer.MAX_VALUE) {
      throw file.damaged(
          "it leads to page %d, expected 2 to %d".formatted(number, meta.lastPage()));
    }
    if (seen.get((int) number)) {
      throw file.damaged("it leads to page %d twice".formatted(number));
    }
    seen.set((int) number);
    ByteBuffer page = file.read(number * meta.pageSize(), meta.pageSize());
    boolean leaf = levels == 1;
    int lower = page.getShort(12) & 0xFFFF;
    int nodes = (lower - HEADER) / 2;
    // A branch of one makes LMDB end the program.
    boolean filled = nodes >= (leaf ? 1 : 2) && lower <= meta.pageSize();
    if (!filled || (page.getShort(10) & KINDS) != (leaf ? LEAF : BRANCH)) {
      throw file.damaged("page %d is no %s".formatted(number, leaf ? "leaf" : "branch"));
    }
    for (int i = 0; i < nodes; i++) {
      int node = page.getShort(HEADER + 2 * i) & 0xFFFF;
      requireWithin(node >= lower && node + NODE <= meta.pageSize(), number, i);
      int afterKey = node + NODE + (page.getShort(node + 6) & 0xFFFF);
      requireWithin(afterKey <= meta.pageSize(), number, i);
      if (leaf) {
        requireValue(page, node, afterKey, number, i);
      } else {
        walk(page.getLong(node) & 0xFFFF_FFFF_FFFFL, levels - 1);
      }
    }
  }

  private void requireValue(ByteBuffer page, int node, int at, long number, int i) {
    int flags = page.getShort(node + 4) & 0xFFFF;
    if (flags != 0 && flags != BIG) {
      throw file.damaged("page %d, entry %d is of kind %d".formatted(number, i, flags));
    }
    long length = page.getInt(node) & 0xFFFF_FFFFL;
    if (flags == BIG) {
      requireWithin(at + Long.BYTES <= meta.pageSize(), number, i);
      long first = page.getLong(at);
      requireWithin(first >= 2 && first <= meta.lastPage(), number, i);
      long room = (meta.lastPage() + 1 - first) * meta.pageSize() - HEADER;
      requireWithin(length <= room, number, i);
    } else {
      requireWithin(at + length <= meta.pageSize(), number, i);
    }
    entries++;
    valueBytes += length;
    // Each has bytes of its own in a sound file: together they are no more than the file.
    if (length > LARGEST_VALUE || valueBytes > file.size()) {
      throw file.damaged("its values have more bytes than they can");
    }
  }

  private void requireWithin(boolean within, long number, int i) {
    if (!within) {
      throw file.damaged("page %d, entry %d lies outside of its place".formatted(number, i));
    }
  }
}
