package ganengine.gan.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Writes small ONNX models: one input, one output, random weights by a fixed seed. */
final class ModelWriter {
  static final int FLOAT = 1;

  private final ProtoWriter graph = new ProtoWriter();
  private final SplittableRandom random = new SplittableRandom(3);
  private final int opset;

  ModelWriter(int opset) {
    this.opset = opset;
    graph.text(2, "graph");
  }

  /**
   * An operation.
   *
   * @param names of its inputs, separated by spaces, then of its output
   * @param attributes name and value by turns: Integer, Float, String, long[]
   */
  ModelWriter node(String op, String names, Object... attributes) {
    String[] values = names.split(" ", -1);
    ProtoWriter node = new ProtoWriter();
    for (int i = 0; i < values.length - 1; i++) {
      node.text(1, values[i].equals("-") ? "" : values[i]);
    }
    String output = values[values.length - 1];
    node.text(2, output).text(3, "the " + output).text(4, op);
    for (int i = 0; i < attributes.length; i += 2) {
      node.message(5, attribute((String) attributes[i], attributes[i + 1]));
    }
    graph.message(1, node);
    return this;
  }

  private static ProtoWriter attribute(String name, Object value) {
    ProtoWriter attribute = new ProtoWriter().text(1, name);
    if (value instanceof Integer integer) {
      return attribute.integer(3, integer).integer(20, 2);
    } else if (value instanceof Float real) {
      return attribute.real(2, real).integer(20, 1);
    } else if (value instanceof String text) {
      return attribute.text(4, text).integer(20, 3);
    } else if (value instanceof ProtoWriter tensor) {
      return attribute.message(5, tensor).integer(20, 4);
    }
    for (long each : (long[]) value) {
      attribute.integer(8, each);
    }
    return attribute.integer(20, 7);
  }

  /** Weights between -0.5 and 0.5. */
  ModelWriter weights(String name, long... sizes) {
    return reals(name, sizes, uniform(count(sizes), -0.5f));
  }

  /** Weights between 0.5 and 1.5. */
  ModelWriter positive(String name, long... sizes) {
    return reals(name, sizes, uniform(count(sizes), 0.5f));
  }

  ModelWriter reals(String name, long[] sizes, float... values) {
    byte[] raw = new byte[4 * values.length];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return tensor(tensor(FLOAT, sizes).text(8, name).blob(9, raw));
  }

  ModelWriter integers(String name, long... values) {
    return tensor(integerTensor(new long[] {values.length}, values).text(8, name));
  }

  ModelWriter integer(String name, long value) {
    return tensor(integerTensor(new long[0], value).text(8, name));
  }

  static ProtoWriter integerTensor(long[] sizes, long... values) {
    ProtoWriter tensor = tensor(7, sizes);
    for (long value : values) {
      tensor.integer(7, value);
    }
    return tensor;
  }

  /** A TensorProto without its numbers. */
  static ProtoWriter tensor(int type, long... sizes) {
    ProtoWriter tensor = new ProtoWriter();
    for (long size : sizes) {
      tensor.integer(1, size);
    }
    return tensor.integer(2, type);
  }

  ModelWriter tensor(ProtoWriter tensor) {
    graph.message(5, tensor);
    return this;
  }

  /** 0 for a size that is open. */
  ModelWriter input(String name, long... sizes) {
    return typed(11, name, FLOAT, sizes);
  }

  ModelWriter typed(int field, String name, int type, long... sizes) {
    ProtoWriter shape = new ProtoWriter();
    for (long size : sizes) {
      shape.message(1, size == 0 ? new ProtoWriter().text(2, "open") : axis(size));
    }
    ProtoWriter tensor = new ProtoWriter().integer(1, type).message(2, shape);
    return named(field, name, new ProtoWriter().message(1, tensor));
  }

  private static ProtoWriter axis(long size) {
    return new ProtoWriter().integer(1, size);
  }

  private ModelWriter named(int field, String name, ProtoWriter type) {
    graph.message(field, new ProtoWriter().text(1, name).message(2, type));
    return this;
  }

  /** Of whatever shape comes out. */
  ModelWriter output(String name) {
    ProtoWriter tensor = new ProtoWriter().integer(1, FLOAT);
    return named(12, name, new ProtoWriter().message(1, tensor));
  }

  byte[] bytes() {
    return new ProtoWriter()
        .integer(1, 8)
        .text(2, "a test")
        .message(7, graph)
        .message(8, new ProtoWriter().text(1, "").integer(2, opset))
        .bytes();
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  private float[] uniform(int count, float from) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (float) random.nextDouble();
    }
    return values;
  }

  private static int count(long... sizes) {
    int count = 1;
    for (long size : sizes) {
      count *= (int) size;
    }
    return count;
  }
}
