package ganengine.engine.check;

import static ganengine.engine.check.OpCase.curved;
import static ganengine.engine.check.OpCase.linear;

import ganengine.engine.check.OpCase.Input;
import ganengine.engine.op.AveragePool;
import ganengine.engine.op.AveragePoolGradient;
import ganengine.engine.op.BroadcastTo;
import ganengine.engine.op.Cast;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Gather;
import ganengine.engine.op.Max;
import ganengine.engine.op.MaxPool;
import ganengine.engine.op.Pad;
import ganengine.engine.op.Permute;
import ganengine.engine.op.PoolSpec;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.ScatterAdd;
import ganengine.engine.op.Slice;
import ganengine.engine.op.Sum;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.ElementType;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reductions, pooling, and moving elements about. */
final class LayoutCases {
  private LayoutCases() {}

  static List<OpCase> all() {
    PoolSpec overlapping = new PoolSpec(3, 2, 1);
    return List.of(
        line("sum", "all", linear(2, 3), Sum::sum),
        line("sum", "channels of images", linear(2, 2, 3, 4), x -> Sum.sum(x, false, 0, 1, 2)),
        line("sum", "axes apart", linear(2, 3, 4), x -> Sum.sum(x, true, 0, -1)),
        line("sum", "mean of rows", linear(3, 4), x -> Sum.mean(x, false, 1)),
        line("max", "all", curved(Domain.distinct(0.1, 0), 2, 3), Max::max),
        line("max", "rows", curved(Domain.distinct(0.1, 0), 3, 4), x -> Max.max(x, false, -1)),
        line(
            "max",
            "axes apart",
            curved(Domain.distinct(0.1, 0), 2, 3, 4),
            x -> Max.max(x, true, 0, 2)),
        line("cast", "to what it is", linear(2, 3), x -> new Cast(ElementType.REAL).apply(x)),
        line(
            "max_pool",
            "2x2",
            curved(Domain.distinct(0.1, 0), 1, 4, 4, 2),
            x -> MaxPool.maxPool(x, PoolSpec.of(2))),
        line(
            "max_pool",
            "overlapping",
            curved(Domain.distinct(0.1, 0), 2, 5, 6, 3),
            x -> MaxPool.maxPool(x, overlapping)),
        line(
            "average_pool",
            "2x2",
            linear(1, 4, 4, 2),
            x -> AveragePool.averagePool(x, PoolSpec.of(2))),
        line(
            "average_pool",
            "overlapping",
            linear(2, 5, 6, 3),
            x -> AveragePool.averagePool(x, overlapping)),
        line(
            "average_pool_gradient",
            "overlapping",
            linear(2, 3, 3, 3),
            x -> new AveragePoolGradient(overlapping, Shape.of(2, 5, 6, 3)).apply(x)),
        line("broadcast_to", "rows", linear(3), x -> BroadcastTo.broadcastTo(x, Shape.of(2, 3))),
        line(
            "broadcast_to",
            "middle axis",
            linear(2, 1, 3),
            x -> BroadcastTo.broadcastTo(x, Shape.of(2, 4, 3))),
        line("reshape", "flatten", linear(2, 3, 2), Reshape::flatten),
        line("permute", "NHWC to NCHW", linear(2, 3, 4, 2), x -> Permute.permute(x, 0, 3, 1, 2)),
        line("permute", "cycle", linear(2, 3, 4), x -> Permute.permute(x, 2, 0, 1)),
        line("slice", "axis", linear(3, 4), x -> Slice.slice(x, -1, 1, 3)),
        line("slice", "crop", linear(2, 4, 5, 2), x -> Slice.crop(x, 1, 2, 2, 3)),
        line("pad", "images", linear(2, 2, 3, 2), x -> Pad.pad2d(x, 1, 0, 2, 1)),
        new OpCase(
            "concat",
            "channels",
            List.of(linear(2, 3, 1), linear(2, 3, 4), linear(2, 3, 2)),
            inputs -> new Tensor[] {Concat.concat(-1, inputs)}),
        new OpCase(
            "concat",
            "batch",
            List.of(linear(2, 3), linear(1, 3)),
            inputs -> new Tensor[] {Concat.concat(0, inputs)}),
        line("gather", "rows", linear(4, 3), x -> Gather.rows(x, Indices.of(2, 0, 2, 3, 2))),
        line(
            "scatter_add",
            "rows",
            linear(5, 3),
            x -> ScatterAdd.rows(x, Indices.of(2, 0, 2, 3, 2), 4)));
  }

  private static OpCase line(String op, String name, Input x, UnaryOperator<Tensor> body) {
    return new OpCase(op, name, List.of(x), inputs -> new Tensor[] {body.apply(inputs[0])});
  }
}
