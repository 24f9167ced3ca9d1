package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.Dims;
import ganengine.kernels.StridedCopy;

/**
 * Reorders axes: output axis i is input axis {@code axes[i]}.
 *
 * @param axes a permutation of 0 .. rank - 1
 */
public record Permute(Dims axes) implements Op {
  /** x with its axes in this order: (0, 2, 1) swaps the last two of three. */
  public static Tensor permute(Tensor x, int... axes) {
    return new Permute(Dims.of(axes)).apply(x);
  }

  @Override
  public String name() {
    return "permute";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape from = inputs[0].shape();
    boolean[] seen = new boolean[from.rank()];
    int[] sizes = new int[axes.rank()];
    boolean fits = axes.rank() == from.rank();
    for (int i = 0; fits && i < sizes.length; i++) {
      int axis = axes.get(i);
      fits = axis >= 0 && axis < seen.length && !seen[axis];
      if (fits) {
        seen[axis] = true;
        sizes[i] = from.size(axis);
      }
    }
    if (!fits) {
      throw ShapeRule.error(
          name(),
          "input %s, axes %s".formatted(from, axes),
          "expected each of the %d axes once".formatted(from.rank()),
          "axes count from 0");
    }
    return new Shape[] {Shape.of(sizes)};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    Dims fromStrides = Dims.of(inputs[0].shape().toArray()).rowMajorStrides();
    int[] permuted = new int[axes.rank()];
    for (int i = 0; i < permuted.length; i++) {
      permuted[i] = fromStrides.get(axes.get(i));
    }
    int[] sizes = outputs[0].shape().toArray();
    StridedCopy copy =
        StridedCopy.of(sizes, permuted, 0, Dims.of(sizes).rowMajorStrides().toArray(), 0);
    device.layout().copy(copy, inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    int[] inverse = new int[axes.rank()];
    for (int i = 0; i < inverse.length; i++) {
      inverse[axes.get(i)] = i;
    }
    return new Tensor[] {permute(gradOutputs[0], inverse)};
  }
}
