package ganengine.gan.onnx;

import java.util.Map;
import java.util.TreeMap;

/** All operations that are read, by ONNX's names. */
final class Operations {
  private static final Map<String, Operation> ALL = new TreeMap<>();

  static {
    ALL.putAll(PointwiseOperations.TABLE);
    ALL.putAll(WindowOperations.TABLE);
    ALL.putAll(ProductOperations.TABLE);
    ALL.putAll(ReductionOperations.TABLE);
    ALL.putAll(ShapeOperations.TABLE);
    ALL.putAll(PickingOperations.TABLE);
  }

  private Operations() {}

  /** What a node computes. */
  static Operation of(OnnxNode node) {
    Operation operation = ALL.get(node.op());
    if (operation == null) {
      throw new OnnxException(
          "%s is an operation that is not supported; supported are Constant, %s"
              .formatted(node, String.join(", ", ALL.keySet())));
    }
    return operation;
  }
}
