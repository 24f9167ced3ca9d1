package ganengine.gan.onnx;

import ganengine.engine.op.Permute;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Tensor;

/**
 * The one rule of how ONNX's values lie here: of rank 4, axis 1 is last. So images [batch,
 * channels, height, width] become [batch, height, width, channels], and filters [outC, inC /
 * groups, kernelH, kernelW] become [outC, kernelH, kernelW, inC / groups], both as the engine wants
 * them. Values of other ranks lie as in ONNX.
 */
final class ChannelsLast {
  private static final int[] FROM_ONNX = {0, 2, 3, 1};
  private static final int[] TO_ONNX = {0, 3, 1, 2};
  private static final int[] AXES = {0, 3, 1, 2};

  private ChannelsLast() {}

  /** A value in ONNX's order brought to ours. */
  static Tensor of(Tensor onnx) {
    return onnx.shape().rank() == 4 ? reordered(onnx, onnx.shape().size(1), FROM_ONNX) : onnx;
  }

  /** A value of ours brought to ONNX's order. */
  static Tensor undone(Tensor ours) {
    return ours.shape().rank() == 4 ? reordered(ours, ours.shape().size(3), TO_ONNX) : ours;
  }

  /** Where there is one channel or one pixel, the elements stay where they are. */
  private static Tensor reordered(Tensor x, int channels, int[] axes) {
    int[] sizes = new int[4];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = x.shape().size(axes[i]);
    }
    int pixels = x.shape().elements() / x.shape().size(0) / channels;
    return channels == 1 || pixels == 1 ? Reshape.reshape(x, sizes) : Permute.permute(x, axes);
  }

  /** Where an axis of ONNX's, counted from the front, lies in a value of this rank. */
  static int axis(int axis, int rank) {
    return rank == 4 ? AXES[axis] : axis;
  }

  /** The sizes that ONNX would see. */
  static int[] sizes(Tensor ours) {
    int[] sizes = ours.shape().toArray();
    int[] onnx = sizes.clone();
    for (int axis = 0; axis < sizes.length; axis++) {
      onnx[axis] = sizes[axis(axis, sizes.length)];
    }
    return onnx;
  }
}
