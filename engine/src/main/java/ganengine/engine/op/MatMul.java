package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.Gemm;

/**
 * The matrix product of a [m, k] and b [k, n], or of batches [batch, m, k] and [batch, k, n].
 *
 * @param transposeA a is given as [k, m]
 * @param transposeB b is given as [n, k]
 */
public record MatMul(boolean transposeA, boolean transposeB) implements Op {
  /** a b. */
  public static Tensor matMul(Tensor a, Tensor b) {
    return matMul(a, b, false, false);
  }

  /** a b, with either operand transposed in its last two axes first. */
  public static Tensor matMul(Tensor a, Tensor b, boolean transposeA, boolean transposeB) {
    return new MatMul(transposeA, transposeB).apply(a, b);
  }

  @Override
  public String name() {
    return "matmul";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape a = inputs[0].shape();
    Shape b = inputs[1].shape();
    if (a.rank() != b.rank() || a.rank() < 2 || a.rank() > 3) {
      throw ShapeRule.error(
          name(),
          given(a, b),
          "ranks %d and %d, expected both 2 or both 3".formatted(a.rank(), b.rank()),
          "reshape, or flatten images with reshape to [batch, features]");
    }
    Gemm size = size(a, b);
    int innerB = b.size(transposeB ? -1 : -2);
    if (size.k() != innerB) {
      throw ShapeRule.error(
          name(),
          given(a, b),
          "a's rows have %d elements, b's columns %d".formatted(size.k(), innerB),
          "the inner sizes must be equal");
    }
    if (a.rank() == 3 && a.size(0) != b.size(0)) {
      throw ShapeRule.error(
          name(),
          given(a, b),
          "batches of %d and %d".formatted(a.size(0), b.size(0)),
          "repeat the single one with broadcast_to");
    }
    return new Shape[] {a.with(-2, size.m()).with(-1, size.n())};
  }

  private String given(Shape a, Shape b) {
    return "a %s%s, b %s%s"
        .formatted(a, transposeA ? " transposed" : "", b, transposeB ? " transposed" : "");
  }

  private Gemm size(Shape a, Shape b) {
    return new Gemm(
        a.rank() == 3 ? a.size(0) : 1,
        a.size(transposeA ? -1 : -2),
        b.size(transposeB ? -2 : -1),
        a.size(transposeA ? -2 : -1),
        transposeA,
        transposeB);
  }

  @Override
  public boolean isProduct() {
    return true;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .matrix()
        .gemm(
            size(inputs[0].shape(), inputs[1].shape()),
            inputs[0].buffer(),
            inputs[1].buffer(),
            outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor a = inputs[0];
    Tensor b = inputs[1];
    Tensor g = gradOutputs[0];
    Tensor gradA = null;
    if (wanted[0]) {
      gradA = transposeA ? matMul(b, g, transposeB, true) : matMul(g, b, false, !transposeB);
    }
    Tensor gradB = null;
    if (wanted[1]) {
      gradB = transposeB ? matMul(g, a, true, transposeA) : matMul(a, g, !transposeA, false);
    }
    return new Tensor[] {gradA, gradB};
  }
}
