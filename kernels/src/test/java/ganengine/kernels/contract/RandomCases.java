package ganengine.kernels.contract;

import ganengine.kernels.RandomStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random numbers: the same on every device, for every seed, stream and step. */
final class RandomCases {
  private static final RandomStream STREAM = new RandomStream(0x1234_5678_9ABC_DEF0L, 7);

  private RandomCases() {}

  static Stream<KernelCase> all() {
    return Stream.of(
            IntStream.of(Draws.awkwardSizes())
                .mapToObj(n -> Stream.of(uniform(STREAM, 3, n), normal(STREAM, 3, n)))
                .flatMap(s -> s),
            Stream.of(
                uniform(new RandomStream(0, 0), 0, 100_003),
                normal(new RandomStream(0, 0), 0, 100_003),
                normal(new RandomStream(-1, -1), Long.MAX_VALUE, 1000),
                uniform(new RandomStream(Long.MIN_VALUE, Integer.MIN_VALUE), 1L << 32, 1000)),
            Stream.of(mirror(0, 1), mirror(3, 1003), mirror(1L << 33, 64)),
            Stream.of(advance(0, 1), advance(41, 1), advance(5, -3)))
        .flatMap(s -> s);
  }

  private static KernelCase uniform(RandomStream stream, long step, int count) {
    return KernelCase.of("uniform", stream + " step " + step + " count " + count)
        .in(step)
        .out(count, Tolerance.absolute(1e-6))
        .calling((device, b) -> device.random().uniform(stream, b[0], -2, 3, b[1]));
  }

  private static KernelCase normal(RandomStream stream, long step, int count) {
    return KernelCase.of("normal", stream + " step " + step + " count " + count)
        .in(step)
        .out(count, Tolerance.absolute(5e-6))
        .calling((device, b) -> device.random().normal(stream, b[0], 0.5, 2, b[1]));
  }

  private static KernelCase mirror(long step, int count) {
    KernelCase.Builder c = KernelCase.of("mirror", "step " + step + " count " + count);
    return c.in(step)
        .inOut(c.draws().indices(count, 100))
        .calling((device, b) -> device.random().mirror(STREAM, b[0], b[1]));
  }

  private static KernelCase advance(long from, long by) {
    return KernelCase.of("advance", from + " by " + by)
        .inOut(from)
        .calling((device, b) -> device.random().advance(b[0], by));
  }
}
