package ganengine.gan.data;

import java.nio.file.Path;

/**
 * How data sets are decoded.
 *
 * @param cache the folder for decoded images; made when needed
 * @param threads that decode; 0 for as many as processors
 * @param listener is told how it goes
 */
public record Decoding(Path cache, int threads, DecodingListener listener) {
  /** On all processors, into the user's cache folder, in silence. */
  public static Decoding standard() {
    return new Decoding(CacheFolder.ofUser(), 0, DecodingListener.NONE);
  }

  /** Threads, counted out. */
  int workers() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
