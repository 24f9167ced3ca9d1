package ganengine.gan.data;

import ganengine.kernels.Philox;
import ganengine.kernels.RandomStream;

/**
 * Points in the plane from a mixture of equally likely Gaussians, each round its centre with one
 * standard deviation (Dumoulin et al., "ALI"; Srivastava et al., "VEEGAN"; Lin et al., "PacGAN").
 * Arrays are handed out as they are: nobody writes to them.
 */
public final class PointSet implements DataSet {
  /** Points in the papers' training sets. */
  public static final int TRAINING_COUNT = 100_000;

  private static final int STREAM = 0x504F494E;

  private final String name;
  private final float[] points;
  private final float[] centres;
  private final double deviation;

  private PointSet(String name, float[] centres, double deviation, int count, long seed) {
    this.name = name;
    this.centres = centres;
    this.deviation = deviation;
    this.points = new float[Math.multiplyExact(count, 2)];
    RandomStream stream = new RandomStream(seed, STREAM);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int i = 0; i < count; i++) {
      Philox.block(stream, i, 0, words);
      int mode = (int) (((words[0] & 0xFFFFFFFFL) * modes()) >>> 32);
      Philox.normal(words[1], words[2], normal, 0);
      for (int axis = 0; axis < 2; axis++) {
        points[2 * i + axis] = (float) (centres[2 * mode + axis] + deviation * normal[axis]);
      }
    }
  }

  /** 2D-ring: 8 modes on the unit circle, standard deviation 0.01. */
  public static PointSet ring(int count, long seed) {
    float[] centres = new float[16];
    for (int mode = 0; mode < 8; mode++) {
      centres[2 * mode] = (float) StrictMath.cos(mode * Math.PI / 4);
      centres[2 * mode + 1] = (float) StrictMath.sin(mode * Math.PI / 4);
    }
    return new PointSet("ring", centres, 0.01, count, seed);
  }

  /** 2D-grid: 25 modes at all pairs of -4, -2, 0, 2, 4, standard deviation 0.05. */
  public static PointSet grid(int count, long seed) {
    float[] centres = new float[50];
    for (int mode = 0; mode < 25; mode++) {
      centres[2 * mode] = 2 * (mode / 5) - 4;
      centres[2 * mode + 1] = 2 * (mode % 5) - 4;
    }
    return new PointSet("grid", centres, 0.05, count, seed);
  }

  @Override
  public String name() {
    return name;
  }

  /** How many points. */
  @Override
  public int count() {
    return points.length / 2;
  }

  /** [count, 2]. */
  public float[] points() {
    return points;
  }

  /** How many Gaussians. */
  public int modes() {
    return centres.length / 2;
  }

  /** [modes, 2]. */
  public float[] centres() {
    return centres;
  }

  /** Standard deviation of each Gaussian, along each axis. */
  public double deviation() {
    return deviation;
  }

  @Override
  public String toString() {
    return "%s: %,d points round %d centres".formatted(name, count(), modes());
  }
}
