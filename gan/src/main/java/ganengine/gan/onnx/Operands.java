package ganengine.gan.onnx;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.List;

/**
 * What an operation works on.
 *
 * @param node which operation, with its attributes
 * @param values one for each of its inputs, null where an optional one is left out
 * @param opset by which version of the operation's meaning
 */
record Operands(OnnxNode node, List<Value> values, long opset) {
  /** Whether there is an input at this place. */
  boolean has(int input) {
    return input < values.size() && values.get(input) != null;
  }

  Value value(int input) {
    if (!has(input)) {
      throw new OnnxException("%s has no input %d".formatted(node, input));
    }
    return values.get(input);
  }

  /** An input that must be real, as {@link ChannelsLast} lays it. */
  Tensor tensor(int input) {
    if (value(input) instanceof Value.Reals reals) {
      return reals.tensor();
    }
    Value.Integers integers = (Value.Integers) value(input);
    float[] reals = new float[integers.values().length];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = integers.values()[i];
    }
    return Tensor.of(integers.rank() == 0 ? Shape.SCALAR : Shape.of(reals.length), reals);
  }

  /** An input that must be images. */
  Tensor images() {
    Tensor x = tensor(0);
    if (x.shape().rank() != 4) {
      throw new OnnxException("%s works on %s, which are no images".formatted(node, x.shape()));
    }
    return x;
  }

  /** An input that must be whole numbers. */
  long[] integers(int input) {
    if (value(input) instanceof Value.Integers integers) {
      return integers.values();
    }
    throw new OnnxException("%s takes whole numbers, its input %d is real".formatted(node, input));
  }

  /** Whole numbers that are an attribute in older files, an input in newer; null if neither. */
  long[] integers(String attribute, int input) {
    if (has(input)) {
      return integers(input);
    }
    return node.has(attribute) ? node.integers(attribute) : null;
  }

  /** A single number that is an attribute in older files, an input in newer. */
  double scalar(String attribute, int input, float otherwise) {
    return has(input) ? tensor(input).item() : node.real(attribute, otherwise);
  }

  /** An axis in ONNX's order, counted from the front. */
  int axis(long given, int rank) {
    if (given < -rank || given >= rank) {
      throw new OnnxException("%s has axis %d of %d".formatted(node, given, rank));
    }
    return (int) (given < 0 ? given + rank : given);
  }

  OnnxException unsupported(String what) {
    return new OnnxException("%s: %s is not supported".formatted(node, what));
  }
}
