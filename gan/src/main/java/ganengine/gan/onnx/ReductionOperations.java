package ganengine.gan.onnx;

import ganengine.engine.op.LogSoftmax;
import ganengine.engine.op.Max;
import ganengine.engine.op.Permute;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Softmax;
import ganengine.engine.op.Sum;
import ganengine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Sums, means and largest elements over axes, and softmax. */
final class ReductionOperations {
  /** From here on softmax is over one axis, not over all from that one on. */
  private static final int SOFTMAX_OVER_ONE_AXIS = 13;

  static final Map<String, Operation> TABLE =
      Map.of(
          "ReduceMean", reduction((x, axes) -> Sum.mean(x, true, axes)),
          "ReduceSum", reduction((x, axes) -> Sum.sum(x, true, axes)),
          "ReduceMax", reduction((x, axes) -> Max.max(x, true, axes)),
          "Softmax", softmax(Softmax::softmax),
          "LogSoftmax", softmax(LogSoftmax::logSoftmax));

  private ReductionOperations() {}

  private static Operation reduction(BiFunction<Tensor, int[], Tensor> keepingAxes) {
    return Operation.of(
        operands -> {
          Tensor x = operands.tensor(0);
          int rank = x.shape().rank();
          long[] given = operands.integers("axes", 1);
          boolean none = given == null || given.length == 0;
          if (none && operands.node().integer("noop_with_empty_axes", 0) != 0) {
            return x;
          }
          int[] axes =
              none
                  ? IntStream.range(0, rank).toArray()
                  : Arrays.stream(given).mapToInt(axis -> operands.axis(axis, rank)).toArray();
          Tensor y = keepingAxes.apply(x, ours(axes, rank));
          if (operands.node().integer("keepdims", 1) != 0) {
            return y;
          }
          int[] kept =
              IntStream.range(0, rank)
                  .filter(axis -> Arrays.stream(axes).noneMatch(gone -> gone == axis))
                  .map(axis -> ChannelsLast.sizes(y)[axis])
                  .toArray();
          return ChannelsLast.of(Reshape.reshape(ChannelsLast.undone(y), kept));
        });
  }

  private static int[] ours(int[] axes, int rank) {
    return Arrays.stream(axes).map(axis -> ChannelsLast.axis(axis, rank)).toArray();
  }

  private static Operation softmax(UnaryOperator<Tensor> overLastAxis) {
    return Operation.of(
        operands -> {
          Tensor x = operands.tensor(0);
          int rank = x.shape().rank();
          boolean one = operands.opset() >= SOFTMAX_OVER_ONE_AXIS;
          int axis = operands.axis(operands.node().integer("axis", one ? -1 : 1), rank);
          if (one) {
            int[] swap = IntStream.range(0, rank).toArray();
            int at = ChannelsLast.axis(axis, rank);
            swap[at] = rank - 1;
            swap[rank - 1] = at;
            return at == rank - 1
                ? overLastAxis.apply(x)
                : Permute.permute(overLastAxis.apply(Permute.permute(x, swap)), swap);
          }
          Tensor onnx = ChannelsLast.undone(x);
          int rows = Arrays.stream(onnx.shape().toArray(), 0, axis).reduce(1, (a, b) -> a * b);
          Tensor y = overLastAxis.apply(Reshape.reshape(onnx, rows, -1));
          return ChannelsLast.of(Reshape.reshape(y, onnx.shape()));
        });
  }
}
