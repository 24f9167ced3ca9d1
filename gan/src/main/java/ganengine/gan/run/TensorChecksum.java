package ganengine.gan.run;

import ganengine.engine.io.HostTensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** A checksum of names, shapes and bits, independent of the tensors' order. */
final class TensorChecksum {
  private static final int CHUNK = 8192;

  private TensorChecksum() {}

  /** {@code crc32c:} and 8 hexadecimal digits (Castagnoli's polynomial, RFC 3720). */
  static String of(Map<String, HostTensor> tensors) {
    CRC32C checksum = new CRC32C();
    new TreeMap<>(tensors)
        .forEach(
            (name, tensor) -> {
              String label = name + tensor.type() + Arrays.toString(tensor.shape());
              checksum.update(label.getBytes(StandardCharsets.UTF_8));
              update(checksum, tensor);
            });
    return "crc32c:%08x".formatted(checksum.getValue());
  }

  private static void update(CRC32C checksum, HostTensor tensor) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Long.BYTES);
    for (int from = 0; from < tensor.elements(); from += CHUNK) {
      int count = Math.min(CHUNK, tensor.elements() - from);
      chunk.clear();
      switch (tensor.type()) {
        case F32 -> chunk.asFloatBuffer().put(tensor.floats(), from, count);
        case F64 -> chunk.asDoubleBuffer().put(tensor.doubles(), from, count);
        case I64 -> chunk.asLongBuffer().put(tensor.longs(), from, count);
        case U8 -> chunk.duplicate().put(tensor.bytes(), from, count);
      }
      checksum.update(chunk.limit(count * tensor.type().bytes()));
    }
  }
}
