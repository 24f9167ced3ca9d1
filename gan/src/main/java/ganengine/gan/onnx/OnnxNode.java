package ganengine.gan.onnx;

import static ganengine.gan.onnx.OnnxException.quoted;

import java.util.List;
import java.util.Map;

/**
 * One operation of a graph.
 *
 * @param name may be empty
 * @param op what it does: {@code Conv}
 * @param inputs names of values; empty where an optional one is left out
 * @param outputs names of values
 * @param attributes each a Long, Float, String, long[], float[] or {@link OnnxConstant}
 */
record OnnxNode(
    String name,
    String op,
    List<String> inputs,
    List<String> outputs,
    Map<String, Object> attributes) {

  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  long integer(String attribute, long otherwise) {
    return get(Long.class, attribute, otherwise);
  }

  float real(String attribute, float otherwise) {
    return get(Float.class, attribute, otherwise);
  }

  String text(String attribute, String otherwise) {
    return get(String.class, attribute, otherwise);
  }

  /** So many sizes, strides or paddings as there are in {@code otherwise}. */
  int[] sizes(String attribute, int... otherwise) {
    if (!has(attribute)) {
      return otherwise;
    }
    long[] given = integers(attribute);
    if (given.length != otherwise.length) {
      throw new OnnxException(
          "%s has %d numbers in '%s', expected %d (images have two dimensions here)"
              .formatted(this, given.length, attribute, otherwise.length));
    }
    int[] sizes = new int[given.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.toIntExact(given[i]);
    }
    return sizes;
  }

  /** Empty where there are none. */
  long[] integers(String attribute) {
    return get(long[].class, attribute, new long[0]);
  }

  private <T> T get(Class<T> kind, String attribute, T otherwise) {
    Object value = attributes.getOrDefault(attribute, otherwise);
    if (!kind.isInstance(value)) {
      throw new OnnxException(
          "%s has a '%s' that is no %s".formatted(this, attribute, kind.getSimpleName()));
    }
    return kind.cast(value);
  }

  /** For messages. */
  @Override
  public String toString() {
    String called = name.isEmpty() && !outputs.isEmpty() ? outputs.get(0) : name;
    return "%s %s".formatted(op.replaceAll("[^A-Za-z0-9_]", "?"), quoted(called));
  }
}
