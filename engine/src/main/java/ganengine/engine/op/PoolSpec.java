package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Pooling;

/**
 * The windows of a pooling, square and evenly spaced.
 *
 * @param kernel rows and columns of a window
 * @param stride rows or columns from one window to the next
 * @param padding rows or columns around the image on each side, at most half a window
 */
public record PoolSpec(int kernel, int stride, int padding) {
  /** Checks that every window touches the image. */
  public PoolSpec {
    if (kernel < 1 || stride < 1 || padding < 0 || padding > kernel / 2) {
      throw new ShapeException(
          "pooling with kernel %d, stride %d, padding %d: kernel and stride are at least 1, the padding is between 0 and half the kernel"
              .formatted(kernel, stride, padding));
    }
  }

  /** Windows side by side: stride equal to the kernel, no padding. */
  public static PoolSpec of(int kernel) {
    return new PoolSpec(kernel, kernel, 0);
  }

  /** [batch, outH, outW, channels] for images [batch, height, width, channels]. */
  Shape outputShape(String op, Tensor input) {
    Shape x = input.shape();
    String given = "input %s, %s".formatted(x, this);
    ShapeRule.rank(op, given, "input", input, 4, "[batch, height, width, channels]");
    int outH = windows(x.size(1));
    int outW = windows(x.size(2));
    if (outH < 1 || outW < 1) {
      throw ShapeRule.error(
          op,
          given,
          "no %dx%d window fits into the padded image".formatted(kernel, kernel),
          "use larger images or a smaller kernel");
    }
    return x.with(1, outH).with(2, outW);
  }

  int windows(int size) {
    return ConvSpec.windows(size + 2 * padding, kernel, stride, 1);
  }

  /** The kernel's sizes for pooling x to y. */
  Pooling sizes(Shape x, Shape y) {
    return new Pooling(
        x.size(0), x.size(1), x.size(2), x.size(3), y.size(1), y.size(2), kernel, kernel, stride,
        stride, padding, padding);
  }

  @Override
  public String toString() {
    return "kernel %d, stride %d, padding %d".formatted(kernel, stride, padding);
  }
}
