package ganengine.gan.onnx;

import ganengine.engine.tensor.Tensor;
import java.util.function.Function;

/** What an operation of ONNX's computes, in ops of the engine. */
@FunctionalInterface
interface Operation {
  Value run(Operands operands);

  /** One that gives a tensor. */
  static Operation of(Function<Operands, Tensor> tensor) {
    return operands -> new Value.Reals(tensor.apply(operands));
  }
}
