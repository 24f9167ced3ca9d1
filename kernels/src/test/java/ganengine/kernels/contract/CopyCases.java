package ganengine.kernels.contract;

import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;
import java.util.stream.Stream;

/** The layout changes that tensors' ops ask a strided copy for, by the names of those ops. */
final class CopyCases {
  private CopyCases() {}

  static Stream<KernelCase> all() {
    return Stream.concat(
        Stream.of(new int[][] {{1, 1, 1}, {2, 3, 5}, {7, 1, 17}, {13, 31, 3}, {33, 17, 33}})
            .flatMap(s -> ofBox(s[0], s[1], s[2])),
        Stream.of(
            copy("one element", ints(1, 1), ints(1, 1), 4, ints(1, 1), 2, 6, 5),
            copy("all", ints(100_003), ints(1), 0, ints(1), 0, 100_003, 100_003),
            copy(
                "large transpose",
                ints(257, 300),
                ints(1, 257),
                0,
                ints(300, 1),
                0,
                77_100,
                77_100),
            copy(
                "NCHW to NHWC",
                ints(2, 5, 7, 3),
                ints(105, 7, 1, 35),
                0,
                ints(105, 21, 3, 1),
                0,
                210,
                210),
            copy(
                "upsampling by 2",
                ints(2, 3, 2, 4, 2, 5),
                ints(60, 20, 0, 5, 0, 1),
                0,
                ints(240, 80, 40, 10, 5, 1),
                0,
                120,
                480)));
  }

  /** Everything on x [h, w, c] that keeps, cuts, moves or repeats its axes. */
  private static Stream<KernelCase> ofBox(int h, int w, int c) {
    int n = h * w * c;
    int[] box = {h, w, c};
    int[] dense = {w * c, c, 1};
    int[] padded = {(w + 3) * c, c, 1};
    int paddedSize = (h + 3) * (w + 3) * c;
    int corner = (w + 3) * c + 2 * c;
    int[] wide = {w * (c + 4), c + 4, 1};
    return Stream.of(
        copy("permute hwc to cwh", box, dense, 0, ints(1, h, w * h), 0, n, n),
        copy("permute hwc to whc", box, dense, 0, ints(c, h * c, 1), 0, n, n),
        copy("pad", box, dense, 0, padded, corner, n, paddedSize),
        copy("crop", box, padded, corner, dense, 0, paddedSize, n),
        copy("concatenate channels", box, dense, 0, wide, 3, n, h * w * (c + 4)),
        copy("slice channels", box, wide, 2, dense, 0, h * w * (c + 4), n),
        copy("one channel", ints(h, w), ints(w * c, c), c - 1, ints(w, 1), 0, n, h * w),
        copy("every second row", ints((h + 1) / 2, w, c), ints(2 * w * c, c, 1), 0, dense, 0, n, n),
        copy("flip columns", box, ints(w * c, -c, 1), (w - 1) * c, dense, 0, n, n),
        copy("flip channels", box, ints(w * c, c, -1), c - 1, dense, 0, n, n),
        copy("flip into place", box, dense, 0, ints(-w * c, c, 1), (h - 1) * w * c, n, n),
        copy("repeat a row", box, ints(0, c, 1), 0, dense, 0, w * c, n),
        copy("repeat a pixel's numbers", box, ints(w, 1, 0), 0, dense, 0, h * w, n),
        copy("repeat one number", box, ints(0, 0, 0), 1, dense, 0, 2, n));
  }

  private static int[] ints(int... values) {
    return values;
  }

  private static KernelCase copy(
      String what,
      int[] sizes,
      int[] fromStrides,
      int fromOffset,
      int[] toStrides,
      int toOffset,
      int fromLength,
      int toLength) {
    KernelCase.Builder c = KernelCase.of("copy: " + what, Dims.of(sizes));
    Draws draws = c.draws();
    StridedCopy size = StridedCopy.of(sizes, fromStrides, fromOffset, toStrides, toOffset);
    return c.in(draws.normal(fromLength))
        .inOut(draws.normal(toLength), Tolerance.exact())
        .calling((device, b) -> device.layout().copy(size, b[0], b[1]));
  }
}
