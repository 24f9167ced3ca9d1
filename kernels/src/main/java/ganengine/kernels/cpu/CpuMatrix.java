package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;

/** Matrix products: one at a time on all threads, or one a task if the batch is large enough. */
final class CpuMatrix implements MatrixKernels {
  private final CpuThreads threads;
  private final SplitProduct product;

  CpuMatrix(CpuThreads threads, SplitProduct product) {
    this.threads = threads;
    this.product = product;
  }

  @Override
  public void gemm(Gemm size, Buffer a, Buffer b, Buffer out) {
    CpuBuffer left = CpuBuffer.of(a);
    CpuBuffer right = CpuBuffer.of(b);
    CpuBuffer result = CpuBuffer.of(out);
    if (size.batch() >= threads.count()) {
      threads.run(size.batch(), i -> item(size, i, left, right, result));
      return;
    }
    for (int i = 0; i < size.batch(); i++) {
      item(size, i, left, right, result);
    }
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
