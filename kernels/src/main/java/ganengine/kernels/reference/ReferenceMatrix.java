package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;

/** Matrix kernels. */
final class ReferenceMatrix implements MatrixKernels {
  @Override
  public void gemm(Gemm size, Buffer a, Buffer b, Buffer out) {
    throw new UnsupportedOperationException();
  }
}
