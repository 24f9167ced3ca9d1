package ganengine.gan.measure;

/**
 * The squared maximum mean discrepancy with the cubic kernel (x y / width + 1)^3, unbiased
 * (Binkowski et al. 2018, section 4), which taken of Inception's features is called KID. Around 0,
 * also below, for equal distributions, at any number of samples.
 */
public final class KernelDistance {
  /** Samples of each kind in a block, as in the paper. */
  private static final int BLOCK = 1000;

  private KernelDistance() {}

  /**
   * Mean over disjoint blocks of {@value #BLOCK} samples (all if there are fewer), and the blocks'
   * deviation, on the innermost scope's device. What fills no block is left out.
   *
   * @throws ganengine.gan.UserError if either set has fewer than two rows
   */
  public static Estimate between(Features a, Features b) {
    Features.require("the kernel distance", 2, a, b);
    int rows = Math.min(a.rows(), b.rows());
    int block = Math.min(BLOCK, rows);
    double[] values = new double[rows / block];
    for (int i = 0; i < values.length; i++) {
      values[i] = block(a.slice(i * block, (i + 1) * block), b.slice(i * block, (i + 1) * block));
    }
    return Estimate.of(values);
  }

  private static double block(Features a, Features b) {
    double rows = a.rows();
    return sum(a, a, true) / (rows * (rows - 1))
        + sum(b, b, true) / (rows * (rows - 1))
        - 2 * sum(a, b, false) / (rows * rows);
  }

  /** Of the kernel over all pairs, those of a row with itself left out if {@code others}. */
  private static double sum(Features a, Features b, boolean others) {
    double[] sum = {0};
    DotProducts.forEach(
        a,
        b,
        (i, from, count, products, at) -> {
          for (int c = 0; c < count; c++) {
            if (!others || from + c != i) {
              double base = products[at + c] / (double) a.width() + 1;
              sum[0] += base * base * base;
            }
          }
        },
        Stage.SILENT);
    return sum[0];
  }
}
