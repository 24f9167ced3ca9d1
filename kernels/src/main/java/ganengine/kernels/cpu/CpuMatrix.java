package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;

/** Matrix kernels. */
final class CpuMatrix implements MatrixKernels {
  final CpuThreads threads;

  CpuMatrix(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void gemm(Gemm size, Buffer a, Buffer b, Buffer out) {
    throw new UnsupportedOperationException();
  }
}
