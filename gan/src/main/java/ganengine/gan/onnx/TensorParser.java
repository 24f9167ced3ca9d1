package ganengine.gan.onnx;

import static ganengine.gan.onnx.OnnxException.quoted;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Reads a TensorProto: its numbers may stand in raw bytes or in a list for their type. */
final class TensorParser {
  private static final int EXTERNAL = 1;

  private final LongStream.Builder sizes = LongStream.builder();
  private final LongStream.Builder integers = LongStream.builder();
  private final DoubleStream.Builder reals = DoubleStream.builder();
  private ByteBuffer raw;
  private StoredNumber type;
  private String name = "";
  private long location;

  private TensorParser() {}

  /**
   * A tensor with its name.
   *
   * @param name empty where it has none
   */
  record Named(String name, OnnxConstant constant) {}

  static Named parse(ProtoReader message) {
    TensorParser parser = new TensorParser();
    while (message.next()) {
      parser.field(message);
    }
    return new Named(parser.name, parser.constant());
  }

  private void field(ProtoReader message) {
    switch (message.field()) {
      case 1 -> message.integers(sizes::add);
      case 2 -> type = StoredNumber.of(message.integer());
      case 4 -> message.reals(reals::add);
      case 5, 7 -> message.integers(integers::add);
      case 8 -> name = message.text();
      case 9 -> raw = message.blob().order(ByteOrder.LITTLE_ENDIAN);
      case 10 -> message.doubles(reals::add);
      case 14 -> location = message.integer();
      default -> message.skip();
    }
  }

  private OnnxConstant constant() {
    if (location == EXTERNAL) {
      throw new OnnxException(
          "the numbers of tensor %s are in another file; save the model as one file"
              .formatted(quoted(name)));
    }
    if (type == null) {
      throw new OnnxException("tensor %s has no type".formatted(quoted(name)));
    }
    long[] given = sizes.build().toArray();
    int[] shape = new int[given.length];
    long count = 1;
    for (int i = 0; i < given.length; i++) {
      if (given[i] < 0 || given[i] > Integer.MAX_VALUE) {
        throw new OnnxException("tensor %s has a size of %,d".formatted(quoted(name), given[i]));
      }
      shape[i] = (int) given[i];
      count = Math.min(count * shape[i], Integer.MAX_VALUE);
    }
    if (raw != null) {
      return fromRaw(shape, count);
    }
    return type.real()
        ? new OnnxConstant(shape, listedReals(count), null)
        : new OnnxConstant(shape, null, counted(integers.build().toArray(), count));
  }

  private OnnxConstant fromRaw(int[] shape, long count) {
    requireCount(count, raw.remaining() / type.bytes(), raw.remaining() % type.bytes() == 0);
    if (type.real()) {
      float[] values = new float[(int) count];
      for (int i = 0; i < values.length; i++) {
        values[i] = type.real(raw);
      }
      return new OnnxConstant(shape, values, null);
    }
    long[] values = new long[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.integer(raw);
    }
    return new OnnxConstant(shape, null, values);
  }

  /** Numbers of 16 bits stand as whole numbers, each the bits of one. */
  private float[] listedReals(long count) {
    if (type.bytes() == Short.BYTES) {
      long[] bits = counted(integers.build().toArray(), count);
      ByteBuffer buffer = ByteBuffer.allocate(Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      float[] values = new float[bits.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = type.real(buffer.putShort(0, (short) bits[i]).rewind());
      }
      return values;
    }
    double[] listed = reals.build().toArray();
    requireCount(count, listed.length, true);
    float[] values = new float[listed.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) listed[i];
    }
    return values;
  }

  private long[] counted(long[] values, long count) {
    requireCount(count, values.length, true);
    return values;
  }

  private void requireCount(long expected, long found, boolean whole) {
    if (expected != found || !whole) {
      throw new OnnxException(
          "tensor %s is to have %,d numbers but holds %,d"
              .formatted(quoted(name), expected, found));
    }
  }
}
