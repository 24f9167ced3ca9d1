package ganengine.gan.onnx;

import java.nio.ByteBuffer;

/** What the numbers of a tensor in a file are (TensorProto.DataType). */
enum StoredNumber {
  FLOAT(1, 4),
  UINT8(2, 1),
  INT8(3, 1),
  INT32(6, 4),
  INT64(7, 8),
  BOOL(9, 1),
  FLOAT16(10, 2),
  DOUBLE(11, 8),
  BFLOAT16(16, 2);

  private final int code;
  private final int bytes;

  StoredNumber(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static StoredNumber of(long code) {
    for (StoredNumber type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new OnnxException("it has numbers of type %d, which is not read here".formatted(code));
  }

  /** Of one number in raw data. */
  int bytes() {
    return bytes;
  }

  boolean real() {
    return this == FLOAT || this == FLOAT16 || this == DOUBLE || this == BFLOAT16;
  }

  /** The next of raw real numbers. */
  float real(ByteBuffer raw) {
    return switch (this) {
      case FLOAT -> raw.getFloat();
      case DOUBLE -> (float) raw.getDouble();
      case BFLOAT16 -> Float.intBitsToFloat(raw.getShort() << 16);
      case FLOAT16 -> half(raw.getShort());
      default -> throw new IllegalStateException(this + " is no real number");
    };
  }

  /** The next of raw whole numbers. */
  long integer(ByteBuffer raw) {
    return switch (this) {
      case INT64 -> raw.getLong();
      case INT32 -> raw.getInt();
      case INT8 -> raw.get();
      case UINT8, BOOL -> raw.get() & 0xFF;
      default -> throw new IllegalStateException(this + " is no whole number");
    };
  }

  /** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
  private static float half(short bits) {
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    float size =
        switch (exponent) {
          case 0 -> Math.scalb((float) fraction, -24);
          case 0x1F -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
