package ganengine.engine.io;

import java.util.Arrays;
import java.util.Optional;

/** What one element of a tensor in a file is; little-endian. */
public enum StoredType {
  /** IEEE 754 single precision. */
  F32(Float.BYTES, "<f4"),
  /** IEEE 754 double precision. */
  F64(Double.BYTES, "<f8"),
  /** 64-bit signed integer. */
  I64(Long.BYTES, "<i8"),
  /** Unsigned byte. */
  U8(1, "|u1");

  private final int bytes;
  private final String npyName;

  StoredType(int bytes, String npyName) {
    this.bytes = bytes;
    this.npyName = npyName;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** Its name in .npy headers; in safetensors headers it is {@link #name()}. */
  String npyName() {
    return npyName;
  }

  static Optional<StoredType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  static Optional<StoredType> npyNamed(String name) {
    return Arrays.stream(values()).filter(type -> type.npyName.equals(name)).findFirst();
  }
}
