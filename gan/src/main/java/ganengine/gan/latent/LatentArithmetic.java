package ganengine.gan.latent;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.kernels.Device;

/**
 * Vector arithmetic on concepts, mean(a) - mean(b) + mean(c), as in the DCGAN paper (Radford et al.
 * 2015, section 6.3.2). Of three independent z each, the sum has the variance of a single z.
 *
 * @param a what has the wanted property
 * @param b what lacks it and is like {@code a} otherwise
 * @param c what is to get it
 */
public record LatentArithmetic(Concept a, Concept b, Concept c) {
  /** Images around the result, itself included. */
  public static final int NEIGHBOURS = 9;

  /** The result's place among them. */
  public static final int MIDDLE = NEIGHBOURS / 2;

  /** The noise of the paper. */
  public static final double PAPER_NOISE = 0.25;

  /** Draws of a seed's first step are its latents; this one's are the noise. */
  private static final int NOISE_STEP = 1;

  /** The result, [latent]. */
  public float[] result() {
    return sum(a.mean(), b.mean(), c.mean());
  }

  /** a - b + c, number by number: also of pixels, which the paper shows to be a poor idea. */
  public static float[] sum(float[] a, float[] b, float[] c) {
    float[] sum = new float[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] - b[i] + c[i];
    }
    return sum;
  }

  /**
   * The result with eight neighbours around it, [{@value #NEIGHBOURS}, latent], row by row of a
   * square.
   *
   * @param noise neighbours differ from the result by uniform noise in [-noise, noise)
   * @param seed of the noise
   */
  @SuppressWarnings("try") // The scope works by being open.
  public float[] neighbours(double noise, long seed, Device device) {
    float[] result = result();
    float[] around;
    try (Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(seed);
      random.step(NOISE_STEP);
      around = random.uniform(Shape.of(NEIGHBOURS, result.length), -noise, noise).toFloats();
    }
    for (int i = 0; i < around.length; i++) {
      boolean middle = i / result.length == MIDDLE;
      around[i] = middle ? result[i % result.length] : result[i % result.length] + around[i];
    }
    return around;
  }
}
