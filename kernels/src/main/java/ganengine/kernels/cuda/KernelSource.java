package ganengine.kernels.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of kernels with the headers of ours that it includes.
 *
 * @param file its name, {@code pointwise.cu}
 * @param text its text
 * @param headers texts of all headers included, directly or not, by name
 */
record KernelSource(String file, String text, Map<String, String> headers) {
  private static final String FOLDER = "source/";
  private static final Pattern INCLUDE =
      Pattern.compile("^\\s*#include\\s+\"([^\"]+)\"", Pattern.MULTILINE);

  /** The kernels of {@code <name>.cu}, from the class path. */
  static KernelSource of(String name) {
    String file = name + ".cu";
    String text = read(file);
    Map<String, String> headers = new LinkedHashMap<>();
    addHeaders(text, headers);
    return new KernelSource(file, text, headers);
  }

  private static void addHeaders(String text, Map<String, String> headers) {
    for (Matcher include = INCLUDE.matcher(text); include.find(); ) {
      String header = include.group(1);
      if (!headers.containsKey(header)) {
        headers.put(header, read(header));
        addHeaders(headers.get(header), headers);
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = KernelSource.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no kernel source " + file + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
