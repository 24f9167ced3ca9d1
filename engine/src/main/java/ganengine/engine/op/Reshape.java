package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import java.util.Arrays;

/**
 * The same elements in the same order under another shape: a view, which shares x's memory.
 *
 * @param shape of the output
 */
public record Reshape(Shape shape) implements Op {
  /** x under this shape; x itself if it has it already. */
  public static Tensor reshape(Tensor x, Shape shape) {
    return x.shape().equals(shape) ? x : new Reshape(shape).apply(x);
  }

  /**
   * x under these sizes.
   *
   * @param sizes one may be -1: what is left over
   */
  public static Tensor reshape(Tensor x, int... sizes) {
    int[] resolved = sizes.clone();
    int known = 1;
    int open = -1;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] == -1 && open < 0) {
        open = axis;
      } else {
        known *= sizes[axis];
      }
    }
    if (open >= 0) {
      if (known < 1 || x.shape().elements() % known != 0) {
        throw ShapeRule.error(
            "reshape",
            "input %s to %s".formatted(x.shape(), Arrays.toString(sizes)),
            "%,d elements don't divide by the given sizes' %,d"
                .formatted(x.shape().elements(), known),
            "at most one size is -1, all others are positive");
      }
      resolved[open] = x.shape().elements() / known;
    }
    return reshape(x, Shape.of(resolved));
  }

  /** [batch, ...] to [batch, everything else]. */
  public static Tensor flatten(Tensor x) {
    return reshape(x, x.shape().size(0), -1);
  }

  @Override
  public String name() {
    return "reshape";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape from = inputs[0].shape();
    if (from.elements() != shape.elements()) {
      throw ShapeRule.error(
          name(),
          "input %s to %s".formatted(from, shape),
          "the input has %,d elements, the new shape %,d"
              .formatted(from.elements(), shape.elements()),
          "give one size as -1 to have it computed");
    }
    return new Shape[] {shape};
  }

  @Override
  public Tensor[] outputsFor(Tensor... inputs) {
    return new Tensor[] {inputs[0].view(outputShapes(inputs)[0])};
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    // The output is a view of the input: there is nothing to compute.
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {reshape(gradOutputs[0], inputs[0].shape())};
  }
}
