package ganengine.gan.onnx;

import ganengine.engine.op.AveragePool;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Conv2d;
import ganengine.engine.op.Max;
import ganengine.engine.op.MaxPool;
import ganengine.engine.op.Pad;
import ganengine.engine.op.PoolSpec;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Map;

/** Convolution and pooling: operations on windows of images [batch, height, width, channels]. */
final class WindowOperations {
  /** So far below all activations that no maximum is taken of it. */
  private static final double FAR_BELOW = 1e30;

  static final Map<String, Operation> TABLE =
      Map.of(
          "Conv", Operation.of(WindowOperations::convolution),
          "MaxPool", Operation.of(WindowOperations::maxPool),
          "AveragePool", Operation.of(WindowOperations::averagePool),
          "GlobalMaxPool", Operation.of(operands -> Max.max(operands.images(), true, 1, 2)),
          "GlobalAveragePool", Operation.of(operands -> Sum.mean(operands.images(), true, 1, 2)));

  private WindowOperations() {}

  private static Tensor convolution(Operands operands) {
    Tensor x = operands.images();
    Tensor filter = operands.tensor(1);
    if (filter.shape().rank() != 4) {
      throw operands.unsupported("a filter of %d dimensions".formatted(filter.shape().rank()));
    }
    Windows windows =
        Windows.of(
            operands.node(),
            x.shape().size(1),
            x.shape().size(2),
            filter.shape().size(1),
            filter.shape().size(2));
    int groups = Math.toIntExact(operands.node().integer("group", 1));
    Tensor y = Conv2d.conv2d(x, filter, windows.convolution(groups));
    return operands.has(2) ? Binary.add(y, operands.tensor(2)) : y;
  }

  private static Tensor maxPool(Operands operands) {
    Tensor x = operands.images();
    Windows windows = pooling(operands, x);
    if (windows.whole(x.shape().size(1), x.shape().size(2))) {
      return Max.max(x, true, 1, 2);
    }
    requireSquare(operands, windows);
    if (windows.evenlyPadded()) {
      return MaxPool.maxPool(x, spec(windows, windows.pads()[0]));
    }
    Tensor covered = padded(ones(x.shape().size(1), x.shape().size(2)), windows);
    Tensor border = Unary.affine(covered, FAR_BELOW, -FAR_BELOW);
    return MaxPool.maxPool(Binary.add(padded(x, windows), border), spec(windows, 0));
  }

  /**
   * Means over windows padded with zeros, then divided by the share of each window that counts:
   * what lies on the image, and on the padding too if {@code count_include_pad} says so.
   */
  private static Tensor averagePool(Operands operands) {
    Tensor x = operands.images();
    int height = x.shape().size(1);
    int width = x.shape().size(2);
    Windows windows = pooling(operands, x);
    if (windows.whole(height, width)) {
      return Sum.mean(x, true, 1, 2);
    }
    requireSquare(operands, windows);
    Tensor mean =
        windows.evenlyPadded()
            ? AveragePool.averagePool(x, spec(windows, windows.pads()[0]))
            : AveragePool.averagePool(padded(x, windows), spec(windows, 0));
    int[] pads = windows.pads();
    boolean padsCount = operands.node().integer("count_include_pad", 0) != 0;
    if (windows.inside() || (padsCount && windows.evenlyPadded())) {
      return mean;
    }
    Tensor counted =
        padsCount
            ? Pad.pad2d(
                ones(height + pads[0] + pads[2], width + pads[1] + pads[3]),
                0,
                0,
                windows.overhang()[0],
                windows.overhang()[1])
            : padded(ones(height, width), windows);
    return Binary.divide(mean, AveragePool.averagePool(counted, spec(windows, 0)));
  }

  private static Windows pooling(Operands operands, Tensor x) {
    if (!operands.node().has("kernel_shape")) {
      throw new OnnxException("%s has no 'kernel_shape'".formatted(operands.node()));
    }
    int[] kernel = operands.node().sizes("kernel_shape", 1, 1);
    return Windows.of(operands.node(), x.shape().size(1), x.shape().size(2), kernel[0], kernel[1]);
  }

  private static void requireSquare(Operands operands, Windows windows) {
    if (!windows.square()) {
      throw operands.unsupported("pooling by windows that are not square, or dilated");
    }
  }

  private static PoolSpec spec(Windows windows, int padding) {
    return new PoolSpec(windows.kernelH(), windows.strides()[0], padding);
  }

  private static Tensor padded(Tensor x, Windows windows) {
    int[] pads = windows.pads();
    int[] overhang = windows.overhang();
    return Pad.pad2d(x, pads[0], pads[1], pads[2] + overhang[0], pads[3] + overhang[1]);
  }

  /** One image of one channel. */
  private static Tensor ones(int height, int width) {
    return Tensor.full(Shape.of(1, height, width, 1), 1);
  }
}
