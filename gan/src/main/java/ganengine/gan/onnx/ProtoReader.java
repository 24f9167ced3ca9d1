package ganengine.gan.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/**
 * Goes through one message of protobuf's wire format field by field: {@link #next}, then whichever
 * method takes that field's value, or {@link #skip}. No value reaches beyond its message.
 */
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteBuffer bytes;
  private int field;
  private int wire;

  /** Of the message that these bytes are. */
  ProtoReader(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Goes on to the next field; false at the message's end. */
  boolean next() {
    if (!bytes.hasRemaining()) {
      return false;
    }
    long tag = rawVarint();
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    if (tag >>> 3 < 1 || tag >>> 3 > (1 << 29) - 1) {
      throw new OnnxException("byte %,d is no protobuf field".formatted(bytes.position()));
    }
    return true;
  }

  /** The number of the field that {@link #next} came to. */
  int field() {
    return field;
  }

  /** A whole number. */
  long integer() {
    require(VARINT);
    return rawVarint();
  }

  /** A number of 32 bits. */
  float real() {
    require(FOUR_BYTES);
    return Float.intBitsToFloat(take(4).getInt(0));
  }

  /** The bytes of a text, of raw data or of a message. */
  ByteBuffer blob() {
    require(LENGTH);
    long length = rawVarint();
    if (length < 0 || length > bytes.remaining()) {
      throw new OnnxException(
          "field %d says that it is %s bytes long, but %,d follow; it is damaged or cut off"
              .formatted(field, Long.toUnsignedString(length), bytes.remaining()));
    }
    return take((int) length);
  }

  ProtoReader message() {
    return new ProtoReader(blob());
  }

  String text() {
    return StandardCharsets.UTF_8.decode(blob()).toString();
  }

  /** One whole number, or many in a row. */
  void integers(LongConsumer each) {
    if (wire == VARINT) {
      each.accept(rawVarint());
      return;
    }
    ProtoReader packed = message();
    while (packed.bytes.hasRemaining()) {
      each.accept(packed.rawVarint());
    }
  }

  /** One number of 32 bits, or many in a row. */
  void reals(DoubleConsumer each) {
    if (wire == FOUR_BYTES) {
      each.accept(real());
      return;
    }
    ByteBuffer packed = blob();
    while (packed.remaining() >= Float.BYTES) {
      each.accept(packed.getFloat());
    }
  }

  /** One number of 64 bits, or many in a row. */
  void doubles(DoubleConsumer each) {
    if (wire == EIGHT_BYTES) {
      each.accept(take(8).getDouble());
      return;
    }
    ByteBuffer packed = blob();
    while (packed.remaining() >= Double.BYTES) {
      each.accept(packed.getDouble());
    }
  }

  /** Leaves the field's value out. */
  void skip() {
    switch (wire) {
      case VARINT -> rawVarint();
      case EIGHT_BYTES -> take(8);
      case LENGTH -> blob();
      case FOUR_BYTES -> take(4);
      default -> throw new OnnxException("field %d is of wire type %d".formatted(field, wire));
    }
  }

  private void require(int type) {
    if (wire != type) {
      throw new OnnxException(
          "field %d is of wire type %d, expected %d".formatted(field, wire, type));
    }
  }

  private ByteBuffer take(int count) {
    if (count > bytes.remaining()) {
      throw new OnnxException("field %d is cut off".formatted(field));
    }
    ByteBuffer taken = bytes.slice(bytes.position(), count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + count);
    return taken;
  }

  private long rawVarint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!bytes.hasRemaining()) {
        throw new OnnxException("it ends within a number; it is cut off");
      }
      byte next = bytes.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new OnnxException("byte %,d ends no number".formatted(bytes.position()));
  }
}
