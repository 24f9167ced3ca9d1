package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.kernels.Convolution;

/**
 * How a filter moves over an image: the attributes of a convolution.
 *
 * @param strideH rows from one window to the next
 * @param strideW columns from one window to the next
 * @param padTop rows of zeros above the image
 * @param padLeft columns of zeros before it
 * @param padBottom rows of zeros below it
 * @param padRight columns of zeros after it
 * @param dilationH rows from one filter tap to the next
 * @param dilationW columns from one filter tap to the next
 * @param groups into how many independent groups the channels are split
 */
public record ConvSpec(
    int strideH,
    int strideW,
    int padTop,
    int padLeft,
    int padBottom,
    int padRight,
    int dilationH,
    int dilationW,
    int groups) {

  /** Checks that strides, dilations and groups are at least 1 and paddings not negative. */
  public ConvSpec {
    if (Math.min(strideH, strideW) < 1
        || Math.min(Math.min(padTop, padLeft), Math.min(padBottom, padRight)) < 0
        || Math.min(dilationH, dilationW) < 1
        || groups < 1) {
      throw new ShapeException(
          "convolution with %s: strides, dilations and groups are at least 1, paddings at least 0"
              .formatted(
                  describe(
                      strideH, strideW, padTop, padLeft, padBottom, padRight, dilationH, dilationW,
                      groups)));
    }
  }

  /** The same stride both ways, the same padding on all sides. */
  public static ConvSpec of(int stride, int padding) {
    return new ConvSpec(stride, stride, padding, padding, padding, padding, 1, 1, 1);
  }

  /**
   * TensorFlow's "SAME" for images of this size: the output has ceil(size / stride) rows and
   * columns; where the padding is odd, the extra zero goes below and to the right. For a transposed
   * convolution the image is its output.
   */
  public static ConvSpec same(int height, int width, int kernelH, int kernelW, int stride) {
    int vertical = samePadding(height, kernelH, stride);
    int horizontal = samePadding(width, kernelW, stride);
    return new ConvSpec(
        stride,
        stride,
        vertical / 2,
        horizontal / 2,
        vertical - vertical / 2,
        horizontal - horizontal / 2,
        1,
        1,
        1);
  }

  private static int samePadding(int size, int kernel, int stride) {
    int windows = (size + stride - 1) / stride;
    return Math.max((windows - 1) * stride + kernel - size, 0);
  }

  /** This with another dilation. */
  public ConvSpec dilated(int dilation) {
    return new ConvSpec(
        strideH, strideW, padTop, padLeft, padBottom, padRight, dilation, dilation, groups);
  }

  /** This with the channels split into groups. */
  public ConvSpec grouped(int count) {
    return new ConvSpec(
        strideH, strideW, padTop, padLeft, padBottom, padRight, dilationH, dilationW, count);
  }

  /** How many windows fit into so many rows; not positive if none does. */
  int windowsH(int height, int kernelH) {
    return windows(height + padTop + padBottom, kernelH, strideH, dilationH);
  }

  /** How many windows fit into so many columns; not positive if none does. */
  int windowsW(int width, int kernelW) {
    return windows(width + padLeft + padRight, kernelW, strideW, dilationW);
  }

  static int windows(int padded, int kernel, int stride, int dilation) {
    return Math.floorDiv(padded - dilation * (kernel - 1) - 1, stride) + 1;
  }

  /** The fewest rows that hold so many windows. */
  int heightOf(int windows, int kernelH) {
    return (windows - 1) * strideH + dilationH * (kernelH - 1) + 1 - padTop - padBottom;
  }

  /** The fewest columns that hold so many windows. */
  int widthOf(int windows, int kernelW) {
    return (windows - 1) * strideW + dilationW * (kernelW - 1) + 1 - padLeft - padRight;
  }

  /** The kernel's sizes for the convolution of x with a filter to y. */
  Convolution sizes(Shape x, Shape filter, Shape y) {
    return new Convolution(
        x.size(0),
        x.size(1),
        x.size(2),
        x.size(3),
        y.size(1),
        y.size(2),
        y.size(3),
        filter.size(1),
        filter.size(2),
        strideH,
        strideW,
        padTop,
        padLeft,
        dilationH,
        dilationW,
        groups);
  }

  /** {@code stride 2, padding 1}, with dilation and groups where they aren't 1. */
  @Override
  public String toString() {
    return describe(
        strideH, strideW, padTop, padLeft, padBottom, padRight, dilationH, dilationW, groups);
  }

  private static String describe(
      int strideH,
      int strideW,
      int top,
      int left,
      int bottom,
      int right,
      int dilationH,
      int dilationW,
      int groups) {
    boolean even = top == left && top == bottom && top == right;
    return "stride "
        + pair(strideH, strideW)
        + ", padding "
        + (even
            ? "" + top
            : "top %d left %d bottom %d right %d".formatted(top, left, bottom, right))
        + (dilationH == 1 && dilationW == 1 ? "" : ", dilation " + pair(dilationH, dilationW))
        + (groups == 1 ? "" : ", groups " + groups);
  }

  private static String pair(int vertical, int horizontal) {
    return vertical == horizontal ? "" + vertical : vertical + "x" + horizontal;
  }
}
