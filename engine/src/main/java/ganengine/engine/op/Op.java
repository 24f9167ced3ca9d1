package ganengine.engine.op;

import ganengine.engine.tensor.GradientRule;
import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;

/**
 * One kind of computation with its attributes; a record. Rule and numbers are apart: an op says
 * which shapes fit and how gradients pass back, in terms of other ops; the numbers come from the
 * device.
 */
public sealed interface Op extends GradientRule
    permits Unary,
        Cast,
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
        BiasActivation,
        BinaryCrossEntropy,
        CrossEntropy,
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

  /** What an output is kept as: what the first input is, unless the op says otherwise. */
  default ElementType outputType(int output, Tensor... inputs) {
    return inputs[0].type();
  }

  /**
   * Whether an input is an activation, which may be kept in bfloat16; parameters of a
   * normalisation, biases and a loss's logits are not.
   */
  default boolean isActivation(int input) {
    return true;
  }

  /** Whether this is a sum of products, which a device computes on its own activation type. */
  default boolean isProduct() {
    return false;
  }

  /** Computes the outputs, whose memory is ready, from the inputs. */
  void run(Device device, Tensor[] inputs, Tensor[] outputs);

  /**
   * Brings the inputs to the types that the op takes, checks shapes, computes (but not in {@link
   * Scope#shapesOnly}) into the innermost scope, records if that scope does.
   */
  default Tensor[] applyAll(Tensor... given) {
    Tensor[] inputs = MixedPrecision.operands(this, given);
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
      outputs[i] = Tensor.allocate(shapes[i], outputType(i, inputs));
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
