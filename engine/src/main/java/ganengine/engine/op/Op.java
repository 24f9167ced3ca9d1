package ganengine.engine.op;

import ganengine.engine.tensor.GradientRule;
import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * One kind of computation with its attributes; a record. Rule and numbers are apart: an op says
 * which shapes fit and how gradients pass back, in terms of other ops; the numbers come from the
 * device.
 */
public sealed interface Op extends GradientRule
    permits Unary,
        Binary,
        MatMul,
        Conv2d,
        ConvTranspose2d,
        Conv2dFilterGradient,
        MaxPool,
        AveragePool,
        AveragePoolGradient,
        BatchNorm,
        BatchNormInference,
        LayerNorm,
        Softmax,
        LogSoftmax,
        Sum,
        Max,
        BroadcastTo,
        Reshape,
        Permute,
        Slice,
        Pad,
        Concat,
        Gather,
        ScatterAdd {
  /**
   * The shapes of the outputs.
   *
   * @throws ganengine.engine.tensor.ShapeException if the inputs don't fit: op, all shapes, all
   *     attributes, what was expected, and a hint
   */
  Shape[] outputShapes(Tensor... inputs);

  /** Computes the outputs, whose memory is ready, from the inputs. */
  void run(Device device, Tensor[] inputs, Tensor[] outputs);

  /**
   * Checks shapes, computes (but not in {@link Scope#shapesOnly}) into the innermost scope, records
   * if that scope does.
   */
  default Tensor[] applyAll(Tensor... inputs) {
    Tensor[] outputs = outputsFor(inputs);
    if (Scope.current().computing()) {
      run(Scope.current().device(), inputs, outputs);
    }
    record(inputs, outputs);
    return outputs;
  }

  /** Memory for the outputs of these inputs, their shapes checked; contents undefined. */
  default Tensor[] outputsFor(Tensor... inputs) {
    Shape[] shapes = outputShapes(inputs);
    Tensor[] outputs = new Tensor[shapes.length];
    for (int i = 0; i < shapes.length; i++) {
      outputs[i] = Tensor.allocate(shapes[i]);
    }
    return outputs;
  }

  /** {@link #applyAll} for the first output. */
  default Tensor apply(Tensor... inputs) {
    return applyAll(inputs)[0];
  }

  /** Remembers in the outputs how they were made, if the innermost scope records. */
  default void record(Tensor[] inputs, Tensor[] outputs) {
    if (Scope.current().recording()) {
      Node node = new Node(this, inputs, outputs);
      for (Tensor output : outputs) {
        output.recordedBy(node);
      }
    }
  }
}
