package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;

/** Matrix products: one at a time on all threads, or a batch with one product a task. */
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
    int m = size.m();
    int n = size.n();
    int k = size.k();
    threads.run(
        size.batch(),
        i ->
            product.run(
                m,
                n,
                k,
                new DenseMatrix(left, i * m * k, size.transposeA() ? m : k, size.transposeA()),
                new DenseMatrix(right, i * k * n, size.transposeB() ? k : n, size.transposeB()),
                OutputRows.dense(result.reals, result.offset + i * m * n, n)));
  }
}
