package ganengine.engine.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One array of NumPy's .npy format 1.0 (numpy.org, "numpy.lib.format"): a magic string, the length
 * of a header, a Python dictionary as text, the elements.
 */
final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\), \\} *\n");

  private Npy() {}

  static void write(HostTensor tensor, OutputStream out) throws IOException {
    String sizes =
        Arrays.stream(tensor.shape()).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
    // A tuple of one keeps its comma in Python; longer ones lose the last.
    String tuple = tensor.shape().length > 1 ? sizes.substring(0, sizes.length() - 1) : sizes;
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(tensor.type().npyName(), tuple);
    int start = MAGIC.length + 2;
    int length = (start + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - start;
    out.write(MAGIC);
    out.write(length);
    out.write(length >>> 8);
    out.write(header.getBytes(StandardCharsets.ISO_8859_1));
    out.write(" ".repeat(length - header.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
    out.write('\n');
    LittleEndian.write(tensor, out);
  }

  /**
   * Reads to the end of the stream.
   *
   * @param file what messages call it
   * @param size how many bytes the stream should have
   */
  static HostTensor read(String file, long size, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new DamagedFileException(file, "it does not begin as a NumPy array of format 1.0");
    }
    int length = (start[8] & 0xFF) | (start[9] & 0xFF) << 8;
    String text = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(text);
    if (!header.matches()) {
      throw new DamagedFileException(
          file, "its header is not NumPy's: '%s'".formatted(text.strip()));
    }
    StoredType type =
        StoredType.npyNamed(header.group(1))
            .orElseThrow(
                () ->
                    new DamagedFileException(
                        file,
                        "its elements are '%s'; this program reads %s"
                            .formatted(
                                header.group(1),
                                Arrays.stream(StoredType.values())
                                    .map(StoredType::npyName)
                                    .collect(Collectors.joining(", ")))));
    if (header.group(2).equals("True")) {
      throw new DamagedFileException(
          file, "it is in Fortran order; save numpy.ascontiguousarray(array) instead");
    }
    int[] shape = shape(file, header.group(3));
    long expected = start.length + length + (long) HostTensor.elements(shape) * type.bytes();
    if (size != expected) {
      throw new DamagedFileException(
          file,
          "%s%s takes %,d bytes, but it has %,d"
              .formatted(type, Arrays.toString(shape), expected, size));
    }
    return elements(file, type, shape, in);
  }

  private static int[] shape(String file, String tuple) {
    try {
      int[] shape =
          Pattern.compile(",")
              .splitAsStream(tuple)
              .map(String::strip)
              .filter(size -> !size.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
      HostTensor.elements(shape);
      return shape;
    } catch (IllegalArgumentException e) {
      throw new DamagedFileException(
          file, "its shape (%s) has more than 2^31 - 1 elements".formatted(tuple), e);
    }
  }

  private static HostTensor elements(String file, StoredType type, int[] shape, InputStream in)
      throws IOException {
    try {
      HostTensor tensor = LittleEndian.read(type, shape, in);
      if (in.read() >= 0) {
        throw new DamagedFileException(file, "more bytes follow the elements of " + tensor);
      }
      return tensor;
    } catch (EOFException e) {
      throw new DamagedFileException(
          file,
          "it ends before the elements of %s%s do".formatted(type, Arrays.toString(shape)),
          e);
    }
  }
}
