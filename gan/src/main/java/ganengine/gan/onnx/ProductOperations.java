package ganengine.gan.onnx;

import ganengine.engine.op.BatchNormInference;
import ganengine.engine.op.Binary;
import ganengine.engine.op.MatMul;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import java.util.Map;

/** Matrix products, and batch normalisation with stored statistics. */
final class ProductOperations {
  static final Map<String, Operation> TABLE =
      Map.of(
          "Gemm", Operation.of(ProductOperations::gemm),
          "MatMul", Operation.of(ProductOperations::matMul),
          "BatchNormalization", Operation.of(ProductOperations::batchNorm));

  private ProductOperations() {}

  /** alpha a b + beta c. */
  private static Tensor gemm(Operands operands) {
    OnnxNode node = operands.node();
    Tensor product =
        MatMul.matMul(
            operands.tensor(0),
            operands.tensor(1),
            node.integer("transA", 0) != 0,
            node.integer("transB", 0) != 0);
    Tensor scaled = scaled(product, node.real("alpha", 1));
    return operands.has(2)
        ? Binary.add(scaled, scaled(operands.tensor(2), node.real("beta", 1)))
        : scaled;
  }

  private static Tensor scaled(Tensor x, float factor) {
    return factor == 1 ? x : Unary.affine(x, factor, 0);
  }

  /** Of matrices, of two batches of them, or of any tensor's last axis with one matrix. */
  private static Tensor matMul(Operands operands) {
    Tensor a = operands.tensor(0);
    Tensor b = operands.tensor(1);
    if (b.shape().rank() != 2 || a.shape().rank() == 2) {
      return MatMul.matMul(a, b);
    }
    int[] sizes = ChannelsLast.sizes(a);
    Tensor rows = Reshape.reshape(ChannelsLast.undone(a), -1, sizes[sizes.length - 1]);
    sizes[sizes.length - 1] = b.shape().size(1);
    return ChannelsLast.of(Reshape.reshape(MatMul.matMul(rows, b), sizes));
  }

  private static Tensor batchNorm(Operands operands) {
    Tensor x = operands.tensor(0);
    if (x.shape().rank() != 4 && x.shape().rank() != 2) {
      throw operands.unsupported("batch normalisation of %s".formatted(x.shape()));
    }
    if (operands.node().integer("training_mode", 0) != 0) {
      throw operands.unsupported("batch normalisation as in training");
    }
    return BatchNormInference.batchNormInference(
        x,
        operands.tensor(1),
        operands.tensor(2),
        operands.tensor(3),
        operands.tensor(4),
        operands.node().real("epsilon", 1e-5f));
  }
}
