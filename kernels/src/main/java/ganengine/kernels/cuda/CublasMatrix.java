package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.Gemm;
import ganengine.kernels.MatrixKernels;
import jcuda.cudaDataType;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasGemmAlgo;
import jcuda.jcublas.cublasOperation;

/**
 * Matrix products through cuBLAS: both factors 32-bit floats, or both bfloat16 with a product in
 * either. cuBLAS reads matrices by columns, where ours lie by rows, that is transposed: so out^T =
 * B^T A^T is asked for, with the factors swapped.
 */
final class CublasMatrix implements MatrixKernels {
  private static final int ALGORITHM = cublasGemmAlgo.CUBLAS_GEMM_DEFAULT;

  private final CublasHandle cublas;
  private final Cuda cuda;

  CublasMatrix(Cuda cuda, CublasHandle cublas) {
    this.cuda = cuda;
    this.cublas = cublas;
  }

  @Override
  public void gemm(Gemm size, Buffer a, Buffer b, Buffer out) {
    requireTypes(size, a, b, out);
    if (size.batch() == 1) {
      one(size, CudaBuffer.of(a), CudaBuffer.of(b), CudaBuffer.of(out));
    } else {
      batch(size, CudaBuffer.of(a), CudaBuffer.of(b), CudaBuffer.of(out));
    }
  }

  // The methods without _new take cuBLAS 10's compute types and refuse ours.
  private void one(Gemm size, CudaBuffer a, CudaBuffer b, CudaBuffer out) {
    Status.cublas(
        JCublas2.cublasGemmEx_new(
            cublas.handle(),
            operation(size.transposeB()),
            operation(size.transposeA()),
            size.n(),
            size.m(),
            size.k(),
            cublas.one(),
            b.pointer(),
            dataType(b),
            size.transposeB() ? size.k() : size.n(),
            a.pointer(),
            dataType(a),
            size.transposeA() ? size.m() : size.k(),
            cublas.zero(),
            out.pointer(),
            dataType(out),
            size.n(),
            computeType(a),
            ALGORITHM),
        "cublasGemmEx",
        size,
        a.type(),
        out.type());
  }

  private void batch(Gemm size, CudaBuffer a, CudaBuffer b, CudaBuffer out) {
    Status.cublas(
        JCublas2.cublasGemmStridedBatchedEx_new(
            cublas.handle(),
            operation(size.transposeB()),
            operation(size.transposeA()),
            size.n(),
            size.m(),
            size.k(),
            cublas.one(),
            b.pointer(),
            dataType(b),
            size.transposeB() ? size.k() : size.n(),
            (long) size.k() * size.n(),
            a.pointer(),
            dataType(a),
            size.transposeA() ? size.m() : size.k(),
            (long) size.m() * size.k(),
            cublas.zero(),
            out.pointer(),
            dataType(out),
            size.n(),
            (long) size.m() * size.n(),
            size.batch(),
            computeType(a),
            ALGORITHM),
        "cublasGemmStridedBatchedEx",
        size,
        a.type(),
        out.type());
  }

  private int computeType(CudaBuffer a) {
    return Arithmetic.ofProduct(cuda.precision(), a.type());
  }

  private static int operation(boolean transposed) {
    return transposed ? cublasOperation.CUBLAS_OP_T : cublasOperation.CUBLAS_OP_N;
  }

  private static int dataType(CudaBuffer matrix) {
    return matrix.type() == ElementType.BFLOAT16
        ? cudaDataType.CUDA_R_16BF
        : cudaDataType.CUDA_R_32F;
  }

  private static void requireTypes(Gemm size, Buffer a, Buffer b, Buffer out) {
    boolean reals = a.type() == ElementType.REAL && out.type() == ElementType.REAL;
    boolean halves =
        a.type() == ElementType.BFLOAT16
            && (out.type() == ElementType.BFLOAT16 || out.type() == ElementType.REAL);
    if (a.type() != b.type() || !(reals || halves)) {
      throw new IllegalArgumentException(
          "%s takes factors of one type and gives REAL, or BFLOAT16 from BFLOAT16; got %s, %s and %s"
              .formatted(size, a.type(), b.type(), out.type()));
    }
  }
}
