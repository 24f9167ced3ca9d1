package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;

/** Matrix products: one at a time on all threads, or one a task if the batch is large enough. */
final class CpuMatrix implements MatrixKernels {
  private static final int START = PackScratch.START;

  /** Rows of a batch: at least half a panel, and few. */
  private static final int LEAST_ROWS = 16;

  private static final int MOST_ROWS = 256;

  /** Columns of a product that a task turns. */
  private static final int TURNED = 64;

  private final CpuThreads threads;
  private final SplitProduct product;
  private final PackScratch scratch;

  CpuMatrix(CpuThreads threads, SplitProduct product, PackScratch scratch) {
    this.threads = threads;
    this.product = product;
    this.scratch = scratch;
  }

  @Override
  public void gemm(Gemm size, Buffer a, Buffer b, Buffer out) {
    CpuBuffer left = CpuBuffer.of(a);
    CpuBuffer right = CpuBuffer.of(b);
    CpuBuffer result = CpuBuffer.of(out);
    if (size.batch() > 1 && size.batch() >= threads.count()) {
      threads.run(size.batch(), i -> item(size, i, left, right, result));
      return;
    }
    for (int i = 0; i < size.batch(); i++) {
      if (turnedSuits(size)) {
        turned(size, i, left, right, result);
      } else {
        item(size, i, left, right, result);
      }
    }
  }

  /** Whether turning B, a batch's weights, would cost more than turning A and the product. */
  private static boolean turnedSuits(Gemm size) {
    return size.transposeB()
        && size.m() >= LEAST_ROWS
        && size.m() <= MOST_ROWS
        && 4 * size.m() <= Math.min(size.n(), size.k());
  }

  /** A B as the transpose of B' A': what is stored as rows of B' is packed as it lies. */
  private void turned(Gemm size, int i, CpuBuffer a, CpuBuffer b, CpuBuffer out) {
    int m = size.m();
    int n = size.n();
    int k = size.k();
    float[] turned = scratch.room(threads.slot(), n * m);
    product.run(
        n,
        m,
        k,
        new DenseMatrix(b, i * k * n, k, false),
        new DenseMatrix(a, i * m * k, size.transposeA() ? m : k, !size.transposeA()),
        OutputRows.dense(turned, START, m));
    int to = out.offset + i * m * n;
    threads.run(
        ProductPart.ceilDivide(n, TURNED),
        task -> {
          int row = task * TURNED;
          int rows = Math.min(TURNED, n - row);
          PanelCopy.transpose(turned, START + row * m, m, out.reals, to + row, n, rows, m);
        });
  }

  private void item(Gemm size, int i, CpuBuffer a, CpuBuffer b, CpuBuffer out) {
    int m = size.m();
    int n = size.n();
    int k = size.k();
    product.run(
        m,
        n,
        k,
        new DenseMatrix(a, i * m * k, size.transposeA() ? m : k, size.transposeA()),
        new DenseMatrix(b, i * k * n, size.transposeB() ? k : n, size.transposeB()),
        OutputRows.dense(out.reals, out.offset + i * m * n, n));
  }
}
