package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A transposed convolution, [n, in, h, w] to [n, out, outH, outW]. The transpose of SAME has a row
 * and a column too many at the end where the padding is odd; they are cut off.
 */
final class LibtorchTransposed implements LibtorchLayer {
  private static final long[] ONE = {1, 1};
  private static final long[] NONE = {0, 0};

  private final LibtorchWeights weights;
  private final long[] stride;
  private final long[] padding;

  /** What the output's side is cut to; 0 for as it comes. */
  private final int side;

  private LibtorchTransposed(LibtorchWeights weights, long stride, long padding, int side) {
    this.weights = weights;
    this.stride = new long[] {stride, stride};
    this.padding = new long[] {padding, padding};
    this.side = side;
  }

  /** 4x4 without a bias. */
  static LibtorchTransposed square(int in, int out, int stride, int padding) {
    return new LibtorchTransposed(new LibtorchWeights(0, in, out, 4, 4), stride, padding, 0);
  }

  /** 5x5, stride 2, to this side, with a bias. */
  static LibtorchTransposed same(int in, int out, int side) {
    int padding = LibtorchConvolution.samePadding(side);
    return new LibtorchTransposed(
        new LibtorchWeights(out, in, out, 5, 5), 2, padding / 2, padding % 2 == 0 ? 0 : side);
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor whole =
        torch.conv_transpose2d(
            input, weights.weight(), weights.bias(), stride, padding, NONE, 1, ONE);
    if (side == 0) {
      return whole;
    }
    try (whole;
        Tensor rows = whole.narrow(2, 0, side)) {
      return rows.narrow(3, 0, side);
    }
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
