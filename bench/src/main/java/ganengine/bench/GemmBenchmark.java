package ganengine.bench;

import ganengine.kernels.Buffer;
import ganengine.kernels.Gemm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Matrix products out[m, n] = A[m, k] B[k, n]. */
public class GemmBenchmark extends DeviceBenchmark {
  /** One size of a product; {@code rows} for each image of the batch. */
  public enum Size {
    /** The generator's first layer in DCGAN-28: z to 7 x 7 x 128. */
    PROJECTION(1, 7 * 7 * 128, 100),
    /** A matrix that fits no cache line evenly. */
    AWKWARD(7, 129, 577),
    /** 512 x 512 x 512 with the batch of 64. */
    SQUARE(8, 512, 512);

    private final int rows;
    private final int n;
    private final int k;

    Size(int rows, int n, int k) {
      this.rows = rows;
      this.n = n;
      this.k = k;
    }
  }

  /** Which product. */
  @Param public Size size;

  private Gemm gemm;
  private Buffer a;
  private Buffer b;
  private Buffer out;

  @Override
  void operands() {
    gemm = new Gemm(1, batch() * size.rows, size.n, size.k, false, false);
    a = operand(gemm.m() * gemm.k());
    b = operand(gemm.k() * gemm.n());
    out = output(gemm.m() * gemm.n());
  }

  /** The product. */
  @Benchmark
  public void gemm(Gflops rate) {
    device().matrix().gemm(gemm, a, b, out);
    device().synchronize();
    rate.add(gemm.multiplyAdds());
  }
}
