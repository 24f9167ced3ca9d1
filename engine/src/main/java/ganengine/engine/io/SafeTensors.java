package ganengine.engine.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors format (Hugging Face, github.com/huggingface/safetensors, "Format"): 8 bytes of
 * header length, little-endian; a JSON header; the tensors' bytes. Equal contents give equal bytes.
 */
public final class SafeTensors {
  /** The format's own limit of the header's length, in bytes. */
  private static final long LONGEST_HEADER = 100_000_000;

  /** Data begin at a multiple of this many bytes. */
  private static final int ALIGNMENT = 8;

  private SafeTensors() {}

  /**
   * What a file holds.
   *
   * @param tensors by name, in the order of the file
   * @param metadata free text by key
   */
  public record Contents(Map<String, HostTensor> tensors, Map<String, String> metadata) {}

  /**
   * Writes a file, or overwrites it.
   *
   * @throws IllegalArgumentException if a tensor is called {@code __metadata__}
   */
  public static void write(Path file, Map<String, HostTensor> tensors, Map<String, String> metadata)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out, tensors, metadata);
    }
  }

  /** As the other, to a stream, which stays open. */
  public static void write(
      OutputStream out, Map<String, HostTensor> tensors, Map<String, String> metadata)
      throws IOException {
    SafeTensorsHeader header = SafeTensorsHeader.of(tensors, metadata);
    ByteBuffer json = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(header.toJson()));
    int length = (json.remaining() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(length).put(json);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    out.write(start.array());
    for (String name : header.entries().keySet()) {
      LittleEndian.write(tensors.get(name), out);
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws DamagedFileException if it is not a safetensors file of F32, F64, I64 and U8 tensors
   */
  public static Contents read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(file.toString(), Files.size(file), in);
    }
  }

  /**
   * As the other, from a stream, which stays open.
   *
   * @param file its name for messages
   * @param size how many bytes there are in all
   */
  public static Contents read(String file, long size, InputStream in) throws IOException {
    byte[] prefix = in.readNBytes(Long.BYTES);
    if (prefix.length < Long.BYTES) {
      throw new DamagedFileException(
          file, "it has %d bytes; a safetensors file has at least 8".formatted(prefix.length));
    }
    long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long rest = size - Long.BYTES;
    if (length < 0 || length > Math.min(rest, LONGEST_HEADER)) {
      throw new DamagedFileException(
          file,
          "its first 8 bytes announce a header of %s bytes, but %,d follow"
              .formatted(Long.toUnsignedString(length), rest));
    }
    SafeTensorsHeader header =
        SafeTensorsHeader.parse(file, utf8(file, in.readNBytes((int) length)), rest - length);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, SafeTensorsHeader.Entry> member : header.entries().entrySet()) {
      SafeTensorsHeader.Entry entry = member.getValue();
      try {
        tensors.put(member.getKey(), LittleEndian.read(entry.type(), entry.shape(), in));
      } catch (EOFException e) {
        throw new DamagedFileException(
            file, "it ends within tensor '%s'".formatted(member.getKey()), e);
      }
    }
    return new Contents(
        Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(header.metadata()));
  }

  private static String utf8(String file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DamagedFileException(file, "its header is not UTF-8 text", e);
    }
  }
}
