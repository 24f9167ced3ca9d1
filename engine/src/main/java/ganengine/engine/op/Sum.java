package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;

/**
 * Sums over neighbouring axes, which keep size 1 in the output. The adjoint of {@link BroadcastTo}.
 *
 * @param axes which
 */
public record Sum(AxisRun axes) implements Op {
  /** The sum of all elements, a scalar. */
  public static Tensor sum(Tensor x) {
    if (x.shape().rank() == 0) {
      return x;
    }
    return Reshape.reshape(new Sum(AxisRun.whole(x.shape())).apply(x), Shape.SCALAR);
  }

  /**
   * Sums over these axes.
   *
   * @param keepDims whether they stay, with size 1
   * @param axes in any order; negative ones count from the end
   */
  public static Tensor sum(Tensor x, boolean keepDims, int... axes) {
    Tensor sum = x;
    for (AxisRun run : AxisRun.of("sum", x.shape(), axes)) {
      sum = new Sum(run).apply(sum);
    }
    return keepDims ? sum : Reshape.reshape(sum, AxisRun.dropped("sum", sum.shape(), axes));
  }

  /** The mean of all elements, a scalar. */
  public static Tensor mean(Tensor x) {
    return Unary.affine(sum(x), 1.0 / x.shape().elements(), 0);
  }

  /** Means over these axes; parameters as in {@link #sum(Tensor, boolean, int...)}. */
  public static Tensor mean(Tensor x, boolean keepDims, int... axes) {
    Tensor sum = sum(x, keepDims, axes);
    return Unary.affine(sum, (double) sum.shape().elements() / x.shape().elements(), 0);
  }

  /**
   * Sums x down to a shape that broadcasts to x's: the gradient of a repeated operand. x itself if
   * it has that shape.
   */
  static Tensor to(Tensor x, Shape target) {
    if (x.shape().equals(target)) {
      return x;
    }
    int missing = x.shape().rank() - target.rank();
    int[] axes = new int[x.shape().rank()];
    int count = 0;
    for (int axis = 0; axis < axes.length; axis++) {
      if (axis < missing || target.size(axis - missing) == 1) {
        axes[count++] = axis;
      }
    }
    return Reshape.reshape(sum(x, true, java.util.Arrays.copyOf(axes, count)), target);
  }

  @Override
  public String name() {
    return "sum";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {axes.kept(inputs[0].shape())};
  }

  @Override
  public ElementType outputType(int output, Tensor... inputs) {
    return ElementType.REAL;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device.reduction().sum(axes.sizes(inputs[0].shape()), inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {BroadcastTo.broadcastTo(gradOutputs[0], inputs[0].shape())};
  }
}
