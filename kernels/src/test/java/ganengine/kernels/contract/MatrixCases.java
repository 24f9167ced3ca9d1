package ganengine.kernels.contract;

import ganengine.kernels.Gemm;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matrix products: tiles, tails, long sums, vectors, batches, all four transpositions. */
final class MatrixCases {
  /** Rows, columns, length of the sums. */
  private static final int[][] SHAPES = {
    {1, 1, 1},
    {1, 100, 64},
    {100, 1, 64},
    {64, 100, 1},
    {33, 17, 129},
    {7, 5, 5000},
    {256, 128, 64},
    {300, 7, 50},
    {5, 300, 50},
    {131, 257, 301},
    {200, 301, 70},
    {128, 784, 100},
    {20, 130, 300},
    {64, 257, 600}
  };

  private MatrixCases() {}

  static Stream<KernelCase> all() {
    // One sum so long that its factors are packed in several goes.
    return Stream.of(listed(), drawn(), Stream.of(gemm(1, 1, 1, 5_000_000, 0))).flatMap(s -> s);
  }

  private static Stream<KernelCase> listed() {
    return Stream.of(SHAPES)
        .flatMap(s -> IntStream.range(0, 4).mapToObj(t -> gemm(1, s[0], s[1], s[2], t)));
  }

  private static Stream<KernelCase> drawn() {
    Draws draws = new Draws(11);
    return IntStream.range(0, 40)
        .mapToObj(
            i ->
                gemm(
                    draws.between(1, 4),
                    draws.awkwardSize(),
                    draws.awkwardSize(),
                    draws.awkwardSize() * draws.between(1, 3),
                    i % 4));
  }

  private static KernelCase gemm(int batch, int m, int n, int k, int transposition) {
    Gemm size = new Gemm(batch, m, n, k, transposition / 2 == 1, transposition % 2 == 1);
    KernelCase.Builder c = KernelCase.of("gemm", size);
    Draws draws = c.draws();
    return c.in(draws.normal(batch * m * k))
        .in(draws.normal(batch * k * n))
        .out(batch * m * n, Tolerance.sum())
        .calling((device, b) -> device.matrix().gemm(size, b[0], b[1], b[2]));
  }
}
