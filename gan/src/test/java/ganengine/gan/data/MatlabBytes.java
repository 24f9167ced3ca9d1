package ganengine.gan.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes MATLAB 5 files byte by byte ("MAT-File Format", The MathWorks), so that they do not depend
 * on the library that reads them: arrays of bytes, each packed with zlib as save -v7 does.
 */
public final class MatlabBytes {
  private static final int BYTES = 2;
  private static final int WHOLE = 5;
  private static final int UNSIGNED = 6;
  private static final int MATRIX = 14;
  private static final int PACKED = 15;
  private static final int CLASS_UINT8 = 9;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /** A header: 124 bytes of text and nothing, then version and byte order. */
  public MatlabBytes() {
    byte[] text = "MATLAB 5.0 MAT-file, Platform: GLNXA64".getBytes(US_ASCII);
    file.writeBytes(Arrays.copyOf(text, 124));
    file.writeBytes(new byte[] {0, 1, 'I', 'M'});
  }

  /** Adds an array, columns first; the sizes are written as they are, fitting or not. */
  public MatlabBytes array(String name, byte[] values, int... sizes) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.writeBytes(element(UNSIGNED, numbers(CLASS_UINT8, 0)));
    parts.writeBytes(element(WHOLE, numbers(sizes)));
    parts.writeBytes(element(1, name.getBytes(US_ASCII)));
    parts.writeBytes(element(BYTES, values));
    byte[] packed = deflated(element(MATRIX, parts.toByteArray()));
    // Packed elements alone are not filled up to 8 bytes.
    file.writeBytes(numbers(PACKED, packed.length));
    file.writeBytes(packed);
    return this;
  }

  /** The whole file. */
  public byte[] toBytes() {
    return file.toByteArray();
  }

  private static byte[] element(int type, byte[] data) {
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.writeBytes(numbers(type, data.length));
    element.writeBytes(Arrays.copyOf(data, (data.length + 7) / 8 * 8));
    return element.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater())) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] numbers(int... values) {
    byte[] bytes = new byte[4 * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(values);
    return bytes;
  }
}
