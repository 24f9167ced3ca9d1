package ganengine.engine.op;

import ganengine.engine.tensor.Tensor;

/**
 * Images of twice or half the side by linear interpolation in both directions, between pixels that
 * are squares with a centre. Each direction's filter is [1 3 3 1] / 8, which is three averages of
 * neighbours, one after another; composed of other ops, it costs far less than a convolution with a
 * filter for each channel. Images are continued by 0. Up is the adjoint of down, times 4.
 */
public final class Bilinear {
  /** Each pixel with the one before: one row and column more. */
  private static final PoolSpec WITH_EDGE = new PoolSpec(2, 1, 1);

  /** Each pixel with the next: one row and column fewer. */
  private static final PoolSpec INSIDE = new PoolSpec(2, 1, 0);

  private Bilinear() {}

  /** x [batch, height, width, channels] to [batch, 2 height, 2 width, channels]. */
  public static Tensor up(Tensor x) {
    return smooth(Upsample.nearest(x, 2));
  }

  /** x [batch, height, width, channels] to [batch, height / 2, width / 2, channels]. */
  public static Tensor down(Tensor x) {
    return AveragePool.averagePool(smooth(x), PoolSpec.of(2));
  }

  /** The filter [1 2 1] / 4 in both directions; the size stays. */
  private static Tensor smooth(Tensor x) {
    return AveragePool.averagePool(AveragePool.averagePool(x, WITH_EDGE), INSIDE);
  }
}
