package ganengine.gan.latent;

import ganengine.gan.train.Sampler;
import java.util.Arrays;

/**
 * What vector arithmetic looks like; all [count, side, side, channels] in [-1, 1].
 *
 * @param a the first concept's vectors
 * @param b the second's
 * @param c the third's
 * @param means of the three mean vectors
 * @param neighbours the result in the middle of {@link LatentArithmetic#NEIGHBOURS}
 * @param pixels one image: the same sums of the concepts' images, pixel by pixel, to compare with
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn, never compared.
public record ArithmeticImages(
    float[] a, float[] b, float[] c, float[] means, float[] neighbours, float[] pixels) {
  /**
   * Draws all of them.
   *
   * @param neighbours as {@link LatentArithmetic#neighbours} makes them
   * @param label the class of all; 0 without classes
   */
  public static ArithmeticImages of(
      Sampler sampler, LatentArithmetic sum, float[] neighbours, int label) {
    float[] a = images(sampler, sum.a().vectors().z(), label);
    float[] b = images(sampler, sum.b().vectors().z(), label);
    float[] c = images(sampler, sum.c().vectors().z(), label);
    int length = sampler.latents().length();
    float[] means = new float[3 * length];
    System.arraycopy(sum.a().mean(), 0, means, 0, length);
    System.arraycopy(sum.b().mean(), 0, means, length, length);
    System.arraycopy(sum.c().mean(), 0, means, 2 * length, length);
    int size = sampler.image().size();
    return new ArithmeticImages(
        a,
        b,
        c,
        images(sampler, means, label),
        images(sampler, neighbours, label),
        clipped(
            LatentArithmetic.sum(
                Concept.mean(a, size), Concept.mean(b, size), Concept.mean(c, size))));
  }

  private static float[] images(Sampler sampler, float[] z, int label) {
    int[] labels = new int[z.length / sampler.latents().length()];
    Arrays.fill(labels, label);
    return sampler.images(z, labels);
  }

  private static float[] clipped(float[] image) {
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.max(-1, Math.min(1, image[i]));
    }
    return image;
  }
}
