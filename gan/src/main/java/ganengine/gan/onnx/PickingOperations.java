package ganengine.gan.onnx;

import ganengine.engine.op.Reshape;
import ganengine.engine.op.Slice;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.onnx.Value.Integers;
import ganengine.gan.onnx.Value.Reals;
import java.util.Arrays;
import java.util.Map;

/** Operations that take parts of a value or its sizes, as exported code does to compute shapes. */
final class PickingOperations {
  static final Map<String, Operation> TABLE =
      Map.of(
          "Shape", PickingOperations::shape,
          "Gather", PickingOperations::gather,
          "Slice", PickingOperations::slice);

  private PickingOperations() {}

  private static Value shape(Operands operands) {
    int[] sizes = ChannelsLast.sizes(operands.tensor(0));
    if (operands.node().has("start") || operands.node().has("end")) {
      throw operands.unsupported("a part of a shape");
    }
    return Integers.list(Arrays.stream(sizes).asLongStream().toArray());
  }

  /** Of whole numbers any, of real ones a single position of an axis. */
  private static Value gather(Operands operands) {
    long[] positions = operands.integers(1);
    boolean single = ((Integers) operands.value(1)).rank() == 0;
    if (operands.value(0) instanceof Integers integers) {
      long[] picked = new long[positions.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = integers.values()[position(operands, positions[i], integers.values().length)];
      }
      return new Integers(single ? 0 : 1, picked);
    }
    Tensor x = operands.tensor(0);
    int[] sizes = ChannelsLast.sizes(x);
    int axis = operands.axis(operands.node().integer("axis", 0), sizes.length);
    if (positions.length != 1) {
      throw operands.unsupported("picking %d positions".formatted(positions.length));
    }
    int at = position(operands, positions[0], sizes[axis]);
    Tensor picked = Slice.slice(x, ChannelsLast.axis(axis, sizes.length), at, at + 1);
    if (!single) {
      return new Reals(picked);
    }
    int[] kept = new int[sizes.length - 1];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = sizes[i < axis ? i : i + 1];
    }
    return new Reals(ChannelsLast.of(Reshape.reshape(ChannelsLast.undone(picked), kept)));
  }

  private static int position(Operands operands, long given, int size) {
    if (given < -size || given >= size) {
      throw new OnnxException("%s takes position %d of %d".formatted(operands.node(), given, size));
    }
    return (int) (given < 0 ? given + size : given);
  }

  /** Every element between two positions of some axes. */
  private static Value slice(Operands operands) {
    long[] starts = operands.integers("starts", 1);
    long[] ends = operands.integers("ends", 2);
    long[] axes = operands.integers("axes", 3);
    if (starts == null || ends == null || starts.length != ends.length) {
      throw new OnnxException("%s has no 'starts' and 'ends' that fit".formatted(operands.node()));
    }
    if (axes != null && axes.length != starts.length) {
      throw new OnnxException("%s has no axis for each of its 'starts'".formatted(operands.node()));
    }
    if (operands.has(4) && Arrays.stream(operands.integers(4)).anyMatch(step -> step != 1)) {
      throw operands.unsupported("a step other than 1");
    }
    if (operands.value(0) instanceof Integers integers) {
      if (starts.length != 1) {
        throw new OnnxException(
            "%s cuts %d axes of a list".formatted(operands.node(), starts.length));
      }
      int size = integers.values().length;
      int from = bound(starts[0], size);
      return Integers.list(
          Arrays.copyOfRange(integers.values(), from, Math.max(from, bound(ends[0], size))));
    }
    Tensor x = operands.tensor(0);
    int rank = x.shape().rank();
    for (int i = 0; i < starts.length; i++) {
      int axis = ChannelsLast.axis(operands.axis(axes == null ? i : axes[i], rank), rank);
      int size = x.shape().size(axis);
      x = Slice.slice(x, axis, bound(starts[i], size), bound(ends[i], size));
    }
    return new Reals(x);
  }

  /** Negative from the end; what lies beyond counts as the end. */
  private static int bound(long given, int size) {
    return (int) Math.max(0, Math.min(size, given < 0 ? given + size : given));
  }
}
