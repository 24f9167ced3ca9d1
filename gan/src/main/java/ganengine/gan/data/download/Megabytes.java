package ganengine.gan.data.download;

import java.util.Locale;

/** Amounts of data for people. */
public final class Megabytes {
  private Megabytes() {}

  /** {@code 1.6 MB}: millions of bytes. */
  public static String of(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
