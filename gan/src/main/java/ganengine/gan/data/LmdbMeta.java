package ganengine.gan.data;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One of the two descriptions that an LMDB file begins with, each in a page of its own ({@code
 * MDB_meta} in {@code mdb.c} of LMDB 0.9, format 1, 64 bits); what of it matters to a reader.
 *
 * @param pageSize bytes of a page
 * @param flags of the main tree; 0 where it is the plain one, each key with one value
 * @param depth levels of the main tree
 * @param entries in the main tree
 * @param root page of the main tree's first level
 * @param lastPage the last in use
 * @param turn unsigned, grows with every change
 */
record LmdbMeta(
    int pageSize, int flags, int depth, long entries, long root, long lastPage, long turn) {
  /** In front of every page: its number, its kind, and where its contents begin and end. */
  static final int HEADER = 16;

  private static final int LENGTH = HEADER + 136;

  /** In the header's flags. */
  private static final int IS_META = 8;

  private static final int MAGIC = 0xBEEFC0DE;
  private static final int VERSION = 1;
  private static final int SMALLEST_PAGE = 1 << 9;
  private static final int LARGEST_PAGE = 1 << 15;

  /** The younger of the two, as LMDB takes it; the file has all the pages that it speaks of. */
  static LmdbMeta younger(LmdbFile file) throws IOException {
    LmdbMeta first = read(file, 0);
    LmdbMeta second = read(file, first.pageSize());
    if (second.pageSize() != first.pageSize()) {
      throw file.damaged("its two descriptions differ in the size of pages");
    }
    LmdbMeta younger = Long.compareUnsigned(first.turn(), second.turn()) < 0 ? second : first;
    long pages = file.size() / younger.pageSize();
    if (younger.lastPage() < 1 || younger.lastPage() >= pages) {
      throw new UserError(
          "%s: ends after %,d bytes, %,d pages of %s; it was copied incompletely, get it again"
              .formatted(
                  file.path(), file.size(), pages, Long.toUnsignedString(younger.lastPage() + 1)));
    }
    return younger;
  }

  private static LmdbMeta read(LmdbFile file, int from) throws IOException {
    if (file.size() - from < LENGTH) {
      throw new UserError(
          "%s: has %,d bytes, too few for an LMDB database; it was copied incompletely, get it again"
              .formatted(file.path(), file.size()));
    }
    ByteBuffer page = file.read(from, LENGTH);
    if ((page.getShort(10) & IS_META) == 0 || page.getInt(HEADER) != MAGIC) {
      throw file.damaged("byte %,d begins no description of one".formatted(from));
    }
    if (page.getInt(HEADER + 4) != VERSION) {
      throw file.damaged(
          "it is of version %d, expected %d".formatted(page.getInt(HEADER + 4), VERSION));
    }
    // Kept in the tree of free pages, which begins at 24; the main tree follows at 72.
    int pageSize = page.getInt(HEADER + 24);
    if (pageSize < SMALLEST_PAGE || pageSize > LARGEST_PAGE || Integer.bitCount(pageSize) != 1) {
      throw file.damaged("its pages are of %s bytes".formatted(Integer.toUnsignedString(pageSize)));
    }
    return new LmdbMeta(
        pageSize,
        page.getShort(HEADER + 76) & 0xFFFF,
        page.getShort(HEADER + 78) & 0xFFFF,
        page.getLong(HEADER + 104),
        page.getLong(HEADER + 112),
        page.getLong(HEADER + 120),
        page.getLong(HEADER + 128));
  }
}
