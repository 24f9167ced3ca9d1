package ganengine.kernels;

/**
 * Sizes of a (batch of) matrix product(s): out[m, n] = A B, where A is stored [m, k], or [k, m] if
 * transposed, and B is stored [k, n], or [n, k] if transposed; all row-major, batches one after
 * another.
 *
 * @param batch how many products
 * @param m rows of the output
 * @param n columns of the output
 * @param k length of the sums
 * @param transposeA A is stored transposed
 * @param transposeB B is stored transposed
 */
public record Gemm(int batch, int m, int n, int k, boolean transposeA, boolean transposeB) {
  /** Multiply-adds of all products. */
  public long multiplyAdds() {
    return (long) batch * m * n * k;
  }
}
