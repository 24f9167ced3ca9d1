package ganengine.gan.evaluate;

import ganengine.gan.measure.Stage;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Draws many samples a chunk at a time: each chunk from a seed of its own. */
final class Draws {
  private static final int CHUNK = 1000;

  private final SampleSource source;
  private final int classes;
  private final float limit;

  private Draws(SampleSource source, int classes, float limit) {
    this.source = source;
    this.classes = classes;
    this.limit = limit;
  }

  /**
   * Images, cut off at -1 and 1 as an image file would cut them.
   *
   * @param classes a conditional source is asked for 0 to classes - 1, again and again
   */
  static Draws images(SampleSource source, int classes) {
    return new Draws(source, classes, 1);
  }

  /** Points, wherever they are. */
  static Draws points(SampleSource source) {
    return new Draws(source, 0, Float.POSITIVE_INFINITY);
  }

  /** Numbers in a sample. */
  int size() {
    return source.side() * source.side() * source.channels();
  }

  /** All samples, [count, side, side, channels]. */
  float[] all(int count, long seed, Stage done) {
    float[] samples = new float[Math.multiplyExact(count, size())];
    forEach(
        count,
        seed,
        done,
        (from, chunk) -> System.arraycopy(chunk, 0, samples, from * size(), chunk.length));
    return samples;
  }

  /** Hands out chunk after chunk, each with the number of its first sample. */
  void forEach(int count, long seed, Stage done, BiConsumer<Integer, float[]> chunk) {
    int[] labels = labels(count);
    for (int from = 0; from < count; from += CHUNK) {
      int to = Math.min(count, from + CHUNK);
      long own = seed + from / CHUNK;
      float[] drawn =
          source.conditional()
              ? source.draw(Arrays.copyOfRange(labels, from, to), own)
              : source.draw(to - from, own);
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = Math.max(-limit, Math.min(limit, drawn[i]));
      }
      chunk.accept(from, drawn);
      done.reached((double) to / count);
    }
  }

  /** What a conditional source is asked for. */
  int[] labels(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % Math.max(1, classes);
    }
    return labels;
  }
}
