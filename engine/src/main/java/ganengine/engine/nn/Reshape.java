package ganengine.engine.nn;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;

/**
 * Each example under another shape: [batch, ...] to [batch, sizes...]. {@code new
 * Reshape(Shape.of(4, 4, 512))} turns a dense layer's output into an image.
 *
 * @param example the shape of one example
 */
public record Reshape(Shape example) implements Module {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    int[] sizes = new int[example.rank() + 1];
    sizes[0] = input.shape().size(0);
    System.arraycopy(example.toArray(), 0, sizes, 1, example.rank());
    return ganengine.engine.op.Reshape.reshape(input, Shape.of(sizes));
  }

  @Override
  public String describe() {
    return "reshape " + example;
  }
}
