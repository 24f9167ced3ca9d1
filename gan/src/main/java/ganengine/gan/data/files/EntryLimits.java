package ganengine.gan.data.files;

import ganengine.gan.UserError;

/**
 * What an archive may hold. The largest file that a data set's makers pack is a batch of CIFAR-10,
 * 31 MB; images hardly pack at all, so that one which does a hundredfold is made to do harm.
 */
final class EntryLimits {
  /** Bytes of one file. */
  static final int LARGEST = 1 << 28;

  /** Bytes unpacked from one byte packed. */
  private static final int RATIO = 100;

  /** Below this nothing is too much: small files of zeros do occur. */
  private static final long HARMLESS = 1 << 24;

  private EntryLimits() {}

  /**
   * Refuses names that lead elsewhere. Nothing is unpacked here, but classes are named after paths,
   * and an archive with such names is not one to trust.
   */
  static void requireInside(String archive, String path) {
    boolean outside =
        path.startsWith("/")
            || path.startsWith("\\")
            || path.indexOf('\0') >= 0
            || path.matches("[A-Za-z]:.*")
            || ("/" + path.replace('\\', '/') + "/").contains("/../");
    if (outside) {
      throw new UserError(
          "%s: holds a file '%s', which leads outside of the archive; get it from its makers"
              .formatted(archive, path.replace('\0', '?')));
    }
  }

  /** Refuses a file that would be too large unpacked. */
  static void requireSize(String archive, String path, long size) {
    if (size < 0 || size > LARGEST) {
      throw new UserError(
          "%s: '%s' is said to have %,d bytes, expected at most %,d; the archive is damaged or made"
                  .formatted(archive, path, size, LARGEST)
              + " to do harm");
    }
  }

  /** Refuses what grows too much as it is unpacked. */
  static void requireRatio(String archive, String path, long unpacked, long packed) {
    if (unpacked > HARMLESS && unpacked / RATIO > packed) {
      throw new UserError(
          "%s: unpacks to more than %d times its size at '%s', as no image does; it is damaged or"
                  .formatted(archive, RATIO, path)
              + " made to do harm");
    }
  }
}
