package ganengine.gan.onnx;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.onnx.Value.Integers;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;

/** Operations on each element by itself. */
final class PointwiseOperations {
  private static final float LARGEST = Float.MAX_VALUE;

  static final Map<String, Operation> TABLE =
      Map.ofEntries(
          Map.entry("Relu", unary(Unary::relu)),
          Map.entry(
              "LeakyRelu",
              Operation.of(o -> Unary.leakyRelu(o.tensor(0), o.node().real("alpha", 0.01f)))),
          Map.entry("Sigmoid", unary(Unary::sigmoid)),
          Map.entry("Tanh", unary(Unary::tanh)),
          Map.entry("Softplus", unary(Unary::softplus)),
          Map.entry("Exp", unary(Unary::exp)),
          Map.entry("Log", unary(Unary::log)),
          Map.entry("Sqrt", unary(Unary::sqrt)),
          Map.entry("Abs", unary(Unary::abs)),
          Map.entry("Neg", unary(Unary::negate)),
          Map.entry("Reciprocal", unary(Unary::reciprocal)),
          Map.entry(
              "Clip",
              Operation.of(
                  o ->
                      Unary.clamp(
                          o.tensor(0), o.scalar("min", 1, -LARGEST), o.scalar("max", 2, LARGEST)))),
          Map.entry("HardSigmoid", Operation.of(PointwiseOperations::hardSigmoid)),
          Map.entry("Add", binary(Binary::add, Long::sum)),
          Map.entry("Sub", binary(Binary::subtract, (a, b) -> a - b)),
          Map.entry("Mul", binary(Binary::multiply, (a, b) -> a * b)),
          Map.entry("Div", binary(Binary::divide, (a, b) -> a / b)),
          Map.entry("Identity", o -> o.value(0)),
          Map.entry("Dropout", o -> o.value(0)),
          Map.entry("Cast", PointwiseOperations::cast));

  private PointwiseOperations() {}

  private static Operation unary(UnaryOperator<Tensor> function) {
    return Operation.of(operands -> function.apply(operands.tensor(0)));
  }

  private static Tensor hardSigmoid(Operands operands) {
    float alpha = operands.node().real("alpha", 0.2f);
    float beta = operands.node().real("beta", 0.5f);
    return Unary.clamp(Unary.affine(operands.tensor(0), alpha, beta), 0, 1);
  }

  private static Operation binary(BinaryOperator<Tensor> reals, LongBinaryOperator integers) {
    return operands -> {
      if (operands.value(0) instanceof Integers a && operands.value(1) instanceof Integers b) {
        return elementwise(operands, a, b, integers);
      }
      Tensor a = operands.tensor(0);
      Tensor b = operands.tensor(1);
      int rank = Math.max(a.shape().rank(), b.shape().rank());
      return new Value.Reals(reals.apply(lifted(a, rank), lifted(b, rank)));
    };
  }

  /** ONNX aligns last axes in its own order: missing leading ones are put in before ours. */
  private static Tensor lifted(Tensor x, int rank) {
    if (x.shape().rank() == rank) {
      return x;
    }
    int[] sizes = new int[rank];
    Arrays.fill(sizes, 1);
    int missing = rank - x.shape().rank();
    System.arraycopy(ChannelsLast.sizes(x), 0, sizes, missing, rank - missing);
    return ChannelsLast.of(Reshape.reshape(ChannelsLast.undone(x), sizes));
  }

  private static Value elementwise(
      Operands operands, Integers a, Integers b, LongBinaryOperator function) {
    int count = Math.max(a.values().length, b.values().length);
    if (Math.min(a.values().length, b.values().length) != count
        && a.values().length != 1
        && b.values().length != 1) {
      throw new OnnxException(
          "%s works on %d and %d numbers"
              .formatted(operands.node(), a.values().length, b.values().length));
    }
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          function.applyAsLong(
              a.values()[a.values().length == 1 ? 0 : i],
              b.values()[b.values().length == 1 ? 0 : i]);
    }
    return new Integers(Math.max(a.rank(), b.rank()), values);
  }

  /** All real numbers are of one precision here, all whole ones of another. */
  private static Value cast(Operands operands) {
    boolean toReal = StoredNumber.of(operands.node().integer("to", 0)).real();
    if (toReal) {
      return new Value.Reals(operands.tensor(0));
    }
    if (operands.value(0) instanceof Value.Reals) {
      throw operands.unsupported("rounding real numbers to whole ones");
    }
    return operands.value(0);
  }
}
