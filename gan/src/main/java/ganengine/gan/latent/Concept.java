package ganengine.gan.latent;

import java.util.List;

/**
 * What a few latent vectors have in common, which their mean stands for: one vector alone is too
 * unstable for arithmetic, the mean of three is not (Radford et al. 2015, section 6.3.2).
 *
 * @param given how the user named it
 * @param samples the numbers of the seed's samples; empty where the vectors are from elsewhere
 * @param vectors at least one
 */
public record Concept(String given, List<Integer> samples, LatentSet vectors) {
  /** The mean z, [latent]. */
  public float[] mean() {
    return mean(vectors.z(), vectors.length());
  }

  /**
   * The mean of vectors, [length].
   *
   * @param vectors [count, length]
   */
  static float[] mean(float[] vectors, int length) {
    int count = vectors.length / length;
    float[] mean = new float[length];
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int number = 0; number < count; number++) {
        sum += vectors[number * length + i];
      }
      mean[i] = (float) (sum / count);
    }
    return mean;
  }
}
