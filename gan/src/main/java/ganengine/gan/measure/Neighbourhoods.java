package ganengine.gan.measure;

import java.util.Arrays;

/**
 * What nearest neighbours say about fidelity and diversity. A sample's neighbourhood is the ball
 * that reaches to its k-th nearest neighbour in its own set.
 *
 * @param precision share of the generated samples in a real sample's neighbourhood, k = 3
 *     (Kynkaanniemi et al. 2019, equation 2)
 * @param recall share of the real samples in a generated one's neighbourhood, k = 3
 * @param density real neighbourhoods that a generated sample is in, over k, mean, k = 5; may exceed
 *     1 (Naeem et al. 2020, equation 3)
 * @param coverage share of the real samples with a generated one in their neighbourhood, k = 5
 *     (equation 4)
 * @param twoSample leave-one-out accuracy with which a sample's nearest neighbour in both sets
 *     tells real from generated: 0.5 if they are alike, 1 if they are apart, below 0.5 if samples
 *     were learnt by heart (Lopez-Paz and Oquab 2017, with one neighbour)
 */
public record Neighbourhoods(
    double precision, double recall, double density, double coverage, double twoSample) {
  /** Neighbours for precision and recall. */
  public static final int PRECISION_K = 3;

  /** Neighbours for density and coverage. */
  public static final int DENSITY_K = 5;

  /**
   * Of two sets of equally many features, on the innermost scope's device.
   *
   * @throws ganengine.gan.UserError if there are fewer than 6 of each
   * @throws IllegalArgumentException if their numbers or widths differ
   */
  public static Neighbourhoods of(Features real, Features generated, Stage done) {
    Features.require("a measure of nearest neighbours", DENSITY_K + 1, real, generated);
    if (real.rows() != generated.rows()) {
      throw new IllegalArgumentException(
          "%,d real, but %,d generated samples".formatted(real.rows(), generated.rows()));
    }
    NearestRows ofReal = NearestRows.within(real, DENSITY_K, share -> done.reached(share / 3));
    NearestRows ofGenerated =
        NearestRows.within(generated, DENSITY_K, share -> done.reached((1 + share) / 3));
    Crossing crossing = new Crossing(ofReal, ofGenerated, real.rows());
    SquaredDistances.between(real, generated)
        .forEach(crossing::accept, share -> done.reached((2 + share) / 3));
    return crossing.result();
  }

  /** Gathers what the distances from real to generated samples say. */
  private static final class Crossing {
    private final NearestRows ofReal;
    private final NearestRows ofGenerated;
    private final int count;
    private final boolean[] precise;
    private final boolean[] recalled;
    private long dense;
    private final float[] nearestGenerated;
    private final float[] nearestReal;

    Crossing(NearestRows ofReal, NearestRows ofGenerated, int count) {
      this.ofReal = ofReal;
      this.ofGenerated = ofGenerated;
      this.count = count;
      precise = new boolean[count];
      recalled = new boolean[count];
      nearestGenerated = new float[count];
      nearestReal = new float[count];
      Arrays.fill(nearestGenerated, Float.POSITIVE_INFINITY);
      Arrays.fill(nearestReal, Float.POSITIVE_INFINITY);
    }

    void accept(int real, int generated, float squared) {
      precise[generated] |= squared <= ofReal.squared(real, PRECISION_K - 1);
      recalled[real] |= squared <= ofGenerated.squared(generated, PRECISION_K - 1);
      dense += squared <= ofReal.squared(real, DENSITY_K - 1) ? 1 : 0;
      nearestGenerated[real] = Math.min(nearestGenerated[real], squared);
      nearestReal[generated] = Math.min(nearestReal[generated], squared);
    }

    Neighbourhoods result() {
      double covered = 0;
      double told = 0;
      for (int i = 0; i < count; i++) {
        covered += nearestGenerated[i] <= ofReal.squared(i, DENSITY_K - 1) ? 1 : 0;
        told += told(ofReal.squared(i, 0), nearestGenerated[i]);
        told += told(ofGenerated.squared(i, 0), nearestReal[i]);
      }
      return new Neighbourhoods(
          share(precise),
          share(recalled),
          (double) dense / DENSITY_K / count,
          covered / count,
          told / (2.0 * count));
    }

    private static double told(float own, float other) {
      return own < other ? 1 : own > other ? 0 : 0.5;
    }

    private static double share(boolean[] marks) {
      int marked = 0;
      for (boolean mark : marks) {
        marked += mark ? 1 : 0;
      }
      return (double) marked / marks.length;
    }
  }
}
