package ganengine.kernels.contract;

import ganengine.kernels.ImageBatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gather, scatter, one-hot, batches of images, what a counter picks; copies are in {@link
 * CopyCases}.
 */
final class LayoutCases {
  private LayoutCases() {}

  static Stream<KernelCase> all() {
    Draws draws = new Draws(18);
    return Stream.concat(
        Stream.concat(CopyCases.all(), Stream.of(scatterAdd(70_000, 1, 9_000))),
        IntStream.range(0, 12)
            .mapToObj(
                i -> {
                  int rows = i == 0 ? 2000 : draws.awkwardSize();
                  int width = i == 1 ? 1500 : draws.awkwardSize();
                  int count = i < 2 ? 1000 : draws.awkwardSize();
                  return Stream.of(
                      gather(rows, width, count),
                      scatterAdd(rows, width, count),
                      oneHot(rows, count),
                      cast(rows * width),
                      imageBatch(rows, 1, width, count),
                      imageBatch(rows, 3, width, count),
                      window(rows, width, count % rows),
                      window(rows, width, (1L << 40) + count),
                      entry(rows, count % rows),
                      entry(rows, rows - 1),
                      entry(rows, (1L << 40) + count));
                })
            .flatMap(s -> s));
  }

  private static KernelCase gather(int rows, int width, int count) {
    KernelCase.Builder c = KernelCase.of("gather", size(rows, width, count));
    Draws draws = c.draws();
    return c.in(draws.normal(rows * width))
        .in(draws.indices(count, rows))
        .out(count * width, Tolerance.exact())
        .calling((device, b) -> device.layout().gather(width, b[0], b[1], b[2]));
  }

  private static KernelCase scatterAdd(int rows, int width, int count) {
    KernelCase.Builder c = KernelCase.of("scatter-add", size(rows, width, count));
    Draws draws = c.draws();
    return c.in(draws.normal(count * width))
        .in(draws.indices(count, rows))
        .out(rows * width, Tolerance.sum())
        .calling((device, b) -> device.layout().scatterAdd(width, b[0], b[1], b[2]));
  }

  private static KernelCase cast(int length) {
    KernelCase.Builder c = KernelCase.of("cast", "of " + length);
    return c.in(c.draws().normal(length))
        .out(length, Tolerance.exact())
        .calling((device, b) -> device.layout().cast(b[0], b[1]));
  }

  private static KernelCase oneHot(int classes, int count) {
    KernelCase.Builder c = KernelCase.of("one-hot", size(classes, 1, count));
    return c.in(c.draws().indices(count, classes))
        .out(count * classes, Tolerance.exact())
        .calling((device, b) -> device.layout().oneHot(classes, b[0], b[1]));
  }

  /** Every third image is mirrored. */
  private static KernelCase imageBatch(int images, int stack, int width, int count) {
    ImageBatch size = new ImageBatch(count, stack, 3, width, 1 + width % 3, 2 / 255.0, -1);
    KernelCase.Builder c = KernelCase.of("image batch", size);
    Draws draws = c.draws();
    byte[] pixels = draws.bytes(images * size.imageSize());
    long[] picked = draws.indices(count * stack, images);
    for (int i = 0; i < picked.length; i += 3) {
      picked[i] = ~picked[i];
    }
    return c.in(pixels)
        .in(picked)
        .out(count * size.outputSize(), Tolerance.absolute(3e-7))
        .calling((device, b) -> device.layout().imageBatch(size, b[0], b[1], b[2]));
  }

  /** As much as fits behind the last window is left over. */
  private static KernelCase window(int windows, int width, long counter) {
    KernelCase.Builder c =
        KernelCase.of(
            "window", "[windows=%d, width=%d, counter=%d]".formatted(windows, width, counter));
    return c.in(c.draws().indices(windows * width + width - 1, 1 << 30))
        .in(counter)
        .outIntegers(width)
        .calling((device, b) -> device.layout().window(width, b[0], b[1], b[2]));
  }

  private static KernelCase entry(int entries, long counter) {
    KernelCase.Builder c =
        KernelCase.of("entry", "[entries=%d, counter=%d]".formatted(entries, counter));
    return c.in(c.draws().normal(entries))
        .in(counter)
        .out(1, Tolerance.exact())
        .calling((device, b) -> device.layout().entry(b[0], b[1], b[2]));
  }

  private static String size(int rows, int width, int count) {
    return "[rows=%d, width=%d, count=%d]".formatted(rows, width, count);
  }
}
