package ganengine.engine.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The elements of a tensor as bytes, as every file format here stores them. */
final class LittleEndian {
  /** Elements converted at a time. */
  private static final int CHUNK = 8192;

  private LittleEndian() {}

  static void write(HostTensor tensor, OutputStream out) throws IOException {
    byte[] bytes = new byte[CHUNK * tensor.type().bytes()];
    ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < tensor.elements(); at += CHUNK) {
      int count = Math.min(CHUNK, tensor.elements() - at);
      switch (tensor.type()) {
        case F32 -> chunk.asFloatBuffer().put(tensor.floats(), at, count);
        case F64 -> chunk.asDoubleBuffer().put(tensor.doubles(), at, count);
        case I64 -> chunk.asLongBuffer().put(tensor.longs(), at, count);
        case U8 -> chunk.put(0, tensor.bytes(), at, count);
      }
      out.write(bytes, 0, count * tensor.type().bytes());
    }
  }

  /**
   * The tensor whose bytes come next.
   *
   * @throws EOFException if there are too few
   */
  static HostTensor read(StoredType type, int[] shape, InputStream in) throws IOException {
    int elements = HostTensor.elements(shape);
    byte[] raw = new byte[CHUNK * type.bytes()];
    ByteBuffer chunk = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    float[] floats = new float[type == StoredType.F32 ? elements : 0];
    double[] doubles = new double[type == StoredType.F64 ? elements : 0];
    long[] longs = new long[type == StoredType.I64 ? elements : 0];
    byte[] bytes = new byte[type == StoredType.U8 ? elements : 0];
    for (int at = 0; at < elements; at += CHUNK) {
      int count = Math.min(CHUNK, elements - at);
      int wanted = count * type.bytes();
      if (in.readNBytes(raw, 0, wanted) < wanted) {
        throw new EOFException();
      }
      switch (type) {
        case F32 -> chunk.asFloatBuffer().get(floats, at, count);
        case F64 -> chunk.asDoubleBuffer().get(doubles, at, count);
        case I64 -> chunk.asLongBuffer().get(longs, at, count);
        case U8 -> chunk.get(0, bytes, at, count);
      }
    }
    return switch (type) {
      case F32 -> HostTensor.of(shape, floats);
      case F64 -> HostTensor.of(shape, doubles);
      case I64 -> HostTensor.of(shape, longs);
      case U8 -> HostTensor.of(shape, bytes);
    };
  }
}
