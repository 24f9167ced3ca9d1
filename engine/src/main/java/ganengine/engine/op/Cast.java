package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;

/**
 * The same numbers kept as another type: rounded to the nearest from REAL to BFLOAT16, exact the
 * other way.
 *
 * @param type REAL or BFLOAT16
 */
public record Cast(ElementType type) implements Op {
  /** x as that type; x itself if it is already. */
  public static Tensor to(ElementType type, Tensor x) {
    return x.type() == type ? x : new Cast(type).apply(x);
  }

  @Override
  public String name() {
    return "cast";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    return new Shape[] {inputs[0].shape()};
  }

  @Override
  public ElementType outputType(int output, Tensor... inputs) {
    return type;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device.layout().cast(inputs[0].buffer(), outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    return new Tensor[] {to(inputs[0].type(), gradOutputs[0])};
  }
}
