package ganengine.gan.onnx;

import ganengine.engine.op.Concat;
import ganengine.engine.op.Pad;
import ganengine.engine.op.Permute;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.onnx.Value.Integers;
import ganengine.gan.onnx.Value.Reals;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Operations that give elements another shape or place. */
final class ShapeOperations {
  static final Map<String, Operation> TABLE =
      Map.of(
          "Flatten", Operation.of(ShapeOperations::flatten),
          "Reshape", Operation.of(ShapeOperations::reshape),
          "Transpose", Operation.of(ShapeOperations::transpose),
          "Squeeze", ShapeOperations::squeeze,
          "Unsqueeze", ShapeOperations::unsqueeze,
          "Concat", ShapeOperations::concat,
          "Pad", Operation.of(ShapeOperations::pad),
          "Resize", Operation.of(ShapeOperations::resize));

  private ShapeOperations() {}

  /** To a shape of ONNX's order. */
  private static Tensor reshaped(Tensor x, int... sizes) {
    return ChannelsLast.of(Reshape.reshape(ChannelsLast.undone(x), sizes));
  }

  private static Tensor flatten(Operands operands) {
    Tensor x = operands.tensor(0);
    int rank = x.shape().rank();
    long given = operands.node().integer("axis", 1);
    int axis = given == rank ? rank : operands.axis(given, rank);
    int rows = 1;
    for (int i = 0; i < axis; i++) {
      rows *= ChannelsLast.sizes(x)[i];
    }
    return reshaped(x, rows, -1);
  }

  /** Size 0 stands for what the input has there. */
  private static Tensor reshape(Operands operands) {
    Tensor x = operands.tensor(0);
    int[] from = ChannelsLast.sizes(x);
    boolean zeroCopies = operands.node().integer("allowzero", 0) == 0;
    long[] given = operands.integers(1);
    int[] sizes = new int[given.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] =
          given[i] == 0 && zeroCopies && i < from.length ? from[i] : Math.toIntExact(given[i]);
    }
    return reshaped(x, sizes);
  }

  private static Tensor transpose(Operands operands) {
    Tensor x = operands.tensor(0);
    int rank = x.shape().rank();
    long[] given =
        operands.node().has("perm")
            ? operands.node().integers("perm")
            : LongStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
    int[] axes = Arrays.stream(given).mapToInt(Math::toIntExact).toArray();
    return ChannelsLast.of(Permute.permute(ChannelsLast.undone(x), axes));
  }

  private static Value squeeze(Operands operands) {
    if (operands.value(0) instanceof Integers integers) {
      return new Integers(0, only(operands, integers));
    }
    Tensor x = operands.tensor(0);
    int[] sizes = ChannelsLast.sizes(x);
    long[] given = operands.integers("axes", 1);
    int[] gone =
        given == null
            ? IntStream.range(0, sizes.length).filter(axis -> sizes[axis] == 1).toArray()
            : axes(operands, given, sizes.length);
    return new Reals(
        reshaped(
            x,
            IntStream.range(0, sizes.length)
                .filter(axis -> Arrays.stream(gone).noneMatch(other -> other == axis))
                .map(axis -> sizes[axis])
                .toArray()));
  }

  private static long only(Operands operands, Integers integers) {
    if (integers.values().length != 1) {
      throw operands.unsupported("a single number out of " + integers.values().length);
    }
    return integers.values()[0];
  }

  private static Value unsqueeze(Operands operands) {
    if (operands.value(0) instanceof Integers integers) {
      return Integers.list(only(operands, integers));
    }
    Tensor x = operands.tensor(0);
    int[] sizes = ChannelsLast.sizes(x);
    long[] given = operands.integers("axes", 1);
    if (given == null) {
      throw new OnnxException("%s has no axes".formatted(operands.node()));
    }
    int rank = sizes.length + given.length;
    int[] added = axes(operands, given, rank);
    int[] target = new int[rank];
    Arrays.fill(target, -1);
    for (int axis : added) {
      target[axis] = 1;
    }
    int next = 0;
    for (int axis = 0; axis < rank; axis++) {
      if (target[axis] < 0 && next < sizes.length) {
        target[axis] = sizes[next++];
      }
    }
    return new Reals(reshaped(x, target));
  }

  private static int[] axes(Operands operands, long[] given, int rank) {
    return Arrays.stream(given).mapToInt(axis -> operands.axis(axis, rank)).toArray();
  }

  private static Value concat(Operands operands) {
    if (operands.values().stream().allMatch(Integers.class::isInstance)) {
      return Integers.list(
          operands.values().stream()
              .flatMapToLong(part -> Arrays.stream(((Integers) part).values()))
              .toArray());
    }
    Tensor[] parts =
        IntStream.range(0, operands.values().size())
            .mapToObj(operands::tensor)
            .toArray(Tensor[]::new);
    int rank = parts[0].shape().rank();
    int axis = operands.axis(operands.node().integer("axis", 1), rank);
    return new Reals(Concat.concat(ChannelsLast.axis(axis, rank), parts));
  }

  /** With zeros. */
  private static Tensor pad(Operands operands) {
    Tensor x = operands.tensor(0);
    int rank = x.shape().rank();
    if (!operands.node().text("mode", "constant").equals("constant")
        || operands.scalar("value", 2, 0) != 0) {
      throw operands.unsupported("padding with anything but zeros");
    }
    long[] pads = operands.integers("pads", 1);
    int[] axes =
        operands.has(3)
            ? axes(operands, operands.integers(3), rank)
            : IntStream.range(0, rank).toArray();
    if (pads == null || pads.length != 2 * axes.length) {
      throw new OnnxException("%s has no two 'pads' for each axis".formatted(operands.node()));
    }
    int[] before = new int[rank];
    int[] after = new int[rank];
    for (int i = 0; i < axes.length; i++) {
      int at = ChannelsLast.axis(axes[i], rank);
      before[at] = Math.toIntExact(pads[i]);
      after[at] = Math.toIntExact(pads[axes.length + i]);
    }
    return Pad.pad(x, before, after);
  }

  /** Only where it changes nothing: images come in the size that the network works on. */
  private static Tensor resize(Operands operands) {
    Tensor x = operands.tensor(0);
    int[] sizes = ChannelsLast.sizes(x);
    boolean same;
    if (operands.has(3)) {
      same = Arrays.equals(operands.integers(3), Arrays.stream(sizes).asLongStream().toArray());
    } else {
      same = true;
      for (double scale : operands.tensor(2).toDoubles()) {
        same &= scale == 1;
      }
    }
    if (!same) {
      throw operands.unsupported(
          "resizing within the network, from %s".formatted(Arrays.toString(sizes)));
    }
    return x;
  }
}
