package ganengine.gan.project;

import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Features;
import ganengine.gan.measure.NearestRows;
import ganengine.gan.measure.Stage;
import java.util.Arrays;

/**
 * The nearest training images of samples, in one feature space, beside what real images get: the
 * distance of a training image to its nearest other one.
 *
 * @param space what was compared
 * @param most neighbours of each sample
 * @param numbers of the training images, [samples, most], nearest first
 * @param distances as many
 * @param ofReal the distance of each of some training images to its nearest other one
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Neighbours(String space, int most, int[] numbers, double[] distances, double[] ofReal) {
  /** Numbers in a piece of the training images, as many as whole images make. */
  private static final int PIECE = 1 << 22;

  /**
   * Finds them.
   *
   * @param samples [count, side, side, channels] in [-1, 1]
   * @param training of the samples' size
   * @param reals numbers of the training images that show what real ones get
   */
  static Neighbours find(
      float[] samples, ImageSet training, int[] reals, int most, FeatureSpace space, Stage done) {
    int count = samples.length / training.imageSize();
    float[] asked = Arrays.copyOf(samples, samples.length + reals.length * training.imageSize());
    int[] excluded = new int[count + reals.length];
    Arrays.fill(excluded, -1);
    for (int i = 0; i < reals.length; i++) {
      float[] real = images(training, reals[i], 1);
      System.arraycopy(real, 0, asked, samples.length + i * real.length, real.length);
      excluded[count + i] = reals[i];
    }
    Features queries = space.of(asked);
    NearestRows nearest = new NearestRows(queries, most, excluded);
    int piece = Math.max(1, PIECE / training.imageSize());
    for (int from = 0; from < training.count(); from += piece) {
      int take = Math.min(piece, training.count() - from);
      nearest.offer(space.of(images(training, from, take)), from);
      done.reached((double) (from + take) / training.count());
    }
    return of(space.name(), nearest, count, reals.length, most);
  }

  private static Neighbours of(String space, NearestRows nearest, int count, int reals, int most) {
    int[] numbers = new int[count * most];
    double[] distances = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = nearest.number(i / most, i % most);
      distances[i] = nearest.distance(i / most, i % most);
    }
    double[] ofReal = new double[reals];
    for (int i = 0; i < reals; i++) {
      ofReal[i] = nearest.distance(count + i, 0);
    }
    return new Neighbours(space, most, numbers, distances, ofReal);
  }

  /** Training images from this number on, [count, side, side, channels] in [-1, 1]. */
  static float[] images(ImageSet training, int from, int count) {
    byte[] bytes = new byte[count * training.imageSize()];
    training.store().copy((long) from * training.imageSize(), bytes, 0, bytes.length);
    return Target.floats(bytes);
  }

  /** How many samples. */
  int samples() {
    return numbers.length / most;
  }

  /** The distance of each sample to its nearest training image. */
  double[] nearest() {
    double[] nearest = new double[samples()];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = distances[i * most];
    }
    return nearest;
  }
}
