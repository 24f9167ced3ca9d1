package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;

/** The matrix product as its definition: three loops. */
final class ReferenceMatrix implements MatrixKernels {
  @Override
  public void gemm(Gemm size, Buffer a, Buffer b, Buffer out) {
    double[] left = ReferenceBuffer.reals(a);
    double[] right = ReferenceBuffer.reals(b);
    double[] to = ReferenceBuffer.reals(out);
    int m = size.m();
    int n = size.n();
    int k = size.k();
    for (int item = 0; item < size.batch(); item++) {
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int l = 0; l < k; l++) {
            int inA = size.transposeA() ? l * m + i : i * k + l;
            int inB = size.transposeB() ? j * k + l : l * n + j;
            sum += left[item * m * k + inA] * right[item * k * n + inB];
          }
          to[(item * m + i) * n + j] = sum;
        }
      }
    }
  }
}
