package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution, [n, in, h, w] to [n, out, outH, outW]. Where one side needs more padding than the
 * other, as TensorFlow's SAME does, libtorch has to copy the image into a larger one first.
 */
final class LibtorchConvolution implements LibtorchLayer {
  private static final long[] ONE = {1, 1};

  private final LibtorchWeights weights;
  private final long[] stride;
  private final long before;
  private final long after;

  private LibtorchConvolution(LibtorchWeights weights, long stride, long before, long after) {
    this.weights = weights;
    this.stride = new long[] {stride, stride};
    this.before = before;
    this.after = after;
  }

  /** 4x4 without a bias. */
  static LibtorchConvolution square(int in, int out, int stride, int padding) {
    return new LibtorchConvolution(new LibtorchWeights(0, out, in, 4, 4), stride, padding, padding);
  }

  /** 5x5, stride 2, padded as SAME, with a bias. */
  static LibtorchConvolution same(int in, int out, int side) {
    int padding = samePadding(side);
    return new LibtorchConvolution(
        new LibtorchWeights(out, out, in, 5, 5), 2, padding / 2, padding - padding / 2);
  }

  /** Rows that SAME adds to an image of this side for 5x5 at stride 2. */
  static int samePadding(int side) {
    return Math.max(0, ((side + 1) / 2 - 1) * 2 + 5 - side);
  }

  @Override
  public Tensor forward(Tensor input) {
    if (before == after) {
      return convolved(input, before);
    }
    try (Tensor padded = torch.constant_pad_nd(input, before, after, before, after)) {
      return convolved(padded, 0);
    }
  }

  private Tensor convolved(Tensor input, long padding) {
    long[] paddings = {padding, padding};
    return torch.conv2d(input, weights.weight(), weights.bias(), stride, paddings, ONE, 1);
  }

  @Override
  public List<Tensor> parameters() {
    return weights.all();
  }

  @Override
  public void load(Map<String, HostTensor> arrays, String prefix) {
    weights.load(arrays, prefix);
  }
}
