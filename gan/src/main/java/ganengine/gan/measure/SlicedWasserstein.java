package ganengine.gan.measure;

import ganengine.engine.op.MatMul;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The sliced Wasserstein distance between 7 x 7 patches of Laplacian pyramids (Karras et al. 2018,
 * section 5): patches at random places of each level, each channel brought to mean 0 and deviation
 * 1 over the set, are projected on random directions; the distance is the mean difference of sorted
 * projections, times 1000, of each level. Here 64 patches an image and 128 directions; the paper
 * takes 128 and 512, of 8192 images, and levels down to 16 pixels where we go to 14.
 */
public final class SlicedWasserstein {
  private static final int PATCH = 7;
  private static final int PATCHES = 64;
  private static final int DIRECTIONS = 128;
  private static final int AT_ONCE = 8;
  private static final double SCALE = 1e3;

  private SlicedWasserstein() {}

  /**
   * The distance on each level, finest first, on the innermost scope's device.
   *
   * @param a images [count, side, side, channels]
   * @param b as many of the same size
   * @param seed of places and directions
   * @throws UserError if the images are smaller than 14 x 14 or there are fewer than two
   */
  public static double[] between(
      float[] a, float[] b, int side, int channels, long seed, Stage done) {
    if (side < 2 * PATCH || a.length < 2 * side * side * channels) {
      throw new UserError(
          "the sliced Wasserstein distance needs at least two images of %d x %d or more"
              .formatted(2 * PATCH, 2 * PATCH));
    }
    int levels = LaplacianPyramid.levels(side);
    double[] distances = new double[levels];
    for (int level = 0; level < levels; level++) {
      double before = level;
      distances[level] =
          SCALE
              * projected(
                  patches(a, side, channels, level, seed),
                  patches(b, side, channels, level, seed),
                  seed + level,
                  share -> done.reached((before + share) / levels));
    }
    return distances;
  }

  /** [count * patches, 7 * 7 * channels], normalised. */
  private static Features patches(float[] images, int side, int channels, int level, long seed) {
    int size = side * side * channels;
    int count = images.length / size;
    int width = PATCH * PATCH * channels;
    float[] patches = new float[count * PATCHES * width];
    int room = (side >> level) - PATCH + 1;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      float[] image = Arrays.copyOfRange(images, i * size, (i + 1) * size);
      float[] band = LaplacianPyramid.of(image, side, channels)[level];
      for (int p = 0; p < PATCHES; p++) {
        int corner = (random.nextInt(room) * (side >> level) + random.nextInt(room)) * channels;
        for (int y = 0; y < PATCH; y++) {
          System.arraycopy(
              band,
              corner + y * (side >> level) * channels,
              patches,
              ((i * PATCHES + p) * PATCH + y) * PATCH * channels,
              PATCH * channels);
        }
      }
    }
    normalise(patches, channels);
    return new Features(patches, count * PATCHES, width);
  }

  private static void normalise(float[] patches, int channels) {
    double[] sum = new double[channels];
    double[] squares = new double[channels];
    for (int i = 0; i < patches.length; i++) {
      sum[i % channels] += patches[i];
      squares[i % channels] += (double) patches[i] * patches[i];
    }
    double each = (double) patches.length / channels;
    for (int i = 0; i < patches.length; i++) {
      double mean = sum[i % channels] / each;
      double variance = squares[i % channels] / each - mean * mean;
      patches[i] = (float) ((patches[i] - mean) / Math.sqrt(Math.max(variance, 1e-12)));
    }
  }

  private static double projected(Features a, Features b, long seed, Stage done) {
    double sum = 0;
    try (Scope scope = Scope.inference()) {
      Tensor patchesA = Tensor.of(Shape.of(a.rows(), a.width()), a.values());
      Tensor patchesB = Tensor.of(Shape.of(b.rows(), b.width()), b.values());
      RandomSource random = new RandomSource(seed);
      for (int from = 0; from < DIRECTIONS; from += AT_ONCE) {
        try (Scope few = Scope.inference()) {
          Tensor directions = directions(a.width(), random);
          sum += sortedDifference(slices(directions, patchesA), slices(directions, patchesB));
        }
        done.reached((double) (from + AT_ONCE) / DIRECTIONS);
      }
    }
    return sum / DIRECTIONS;
  }

  /** [{@value #AT_ONCE}, width], rows of length 1. */
  private static Tensor directions(int width, RandomSource random) {
    Tensor drawn = random.normal(Shape.of(AT_ONCE, width), 0, 1);
    float[] values = drawn.toFloats();
    for (int row = 0; row < AT_ONCE; row++) {
      double squares = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        squares += (double) values[i] * values[i];
      }
      for (int i = row * width; i < (row + 1) * width; i++) {
        values[i] /= (float) Math.sqrt(squares);
      }
    }
    return Tensor.of(drawn.shape(), values);
  }

  private static float[] slices(Tensor directions, Tensor patches) {
    return MatMul.matMul(directions, patches, false, true).toFloats();
  }

  /** Sum over directions of the mean difference. */
  private static double sortedDifference(float[] a, float[] b) {
    int length = a.length / AT_ONCE;
    double sum = 0;
    for (int row = 0; row < AT_ONCE; row++) {
      Arrays.sort(a, row * length, (row + 1) * length);
      Arrays.sort(b, row * length, (row + 1) * length);
      for (int i = row * length; i < (row + 1) * length; i++) {
        sum += Math.abs(a[i] - b[i]);
      }
    }
    return sum / length;
  }
}
