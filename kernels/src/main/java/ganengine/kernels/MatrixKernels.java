package ganengine.kernels;

/** Matrix products. */
public interface MatrixKernels {
  /** out = A B for every item of the batch. */
  void gemm(Gemm size, Buffer a, Buffer b, Buffer out);
}
