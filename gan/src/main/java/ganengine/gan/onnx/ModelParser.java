package ganengine.gan.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Reads a ModelProto, that is its graph; field numbers are those of onnx.proto. */
final class ModelParser {
  private static final int FLOAT = 1;
  private static final int INT = 2;
  private static final int STRING = 3;
  private static final int FLOATS = 6;
  private static final int INTS = 7;

  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Map<String, OnnxConstant> constants = new HashMap<>();
  private final Map<String, OnnxGraph.Input> inputs = new LinkedHashMap<>();
  private final List<String> outputs = new ArrayList<>();
  private long opset;

  private ModelParser() {}

  static OnnxGraph parse(ProtoReader model) {
    ModelParser parser = new ModelParser();
    while (model.next()) {
      switch (model.field()) {
        case 7 -> parser.graph(model.message());
        case 8 -> parser.operatorSet(model.message());
        default -> model.skip();
      }
    }
    if (parser.nodes.isEmpty()) {
      throw new OnnxException("it holds no graph");
    }
    parser.inputs.keySet().removeAll(parser.constants.keySet());
    return new OnnxGraph(
        parser.nodes, parser.constants, parser.inputs, parser.outputs, parser.opset);
  }

  private void operatorSet(ProtoReader message) {
    String domain = "";
    long version = 0;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> domain = message.text();
        case 2 -> version = message.integer();
        default -> message.skip();
      }
    }
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      opset = version;
    }
  }

  private void graph(ProtoReader message) {
    while (message.next()) {
      switch (message.field()) {
        case 1 -> add(node(message.message()));
        case 5 -> {
          TensorParser.Named tensor = TensorParser.parse(message.message());
          constants.put(tensor.name(), tensor.constant());
        }
        case 11 -> input(message.message());
        case 12 -> outputs.add(name(message.message()));
        case 15 -> throw new OnnxException("it has sparse tensors, which are not read here");
        default -> message.skip();
      }
    }
  }

  /** A Constant is no operation. */
  private void add(OnnxNode node) {
    if (!node.op().equals("Constant")) {
      nodes.add(node);
    } else if (!node.outputs().isEmpty()) {
      constants.put(node.outputs().get(0), constant(node));
    }
  }

  private static OnnxConstant constant(OnnxNode node) {
    for (Object value : node.attributes().values()) {
      if (value instanceof OnnxConstant tensor) {
        return tensor;
      } else if (value instanceof Float real) {
        return new OnnxConstant(new int[0], new float[] {real}, null);
      } else if (value instanceof Long integer) {
        return new OnnxConstant(new int[0], null, new long[] {integer});
      } else if (value instanceof float[] reals) {
        return new OnnxConstant(new int[] {reals.length}, reals, null);
      } else if (value instanceof long[] integers) {
        return new OnnxConstant(new int[] {integers.length}, null, integers);
      }
    }
    throw new OnnxException("%s has no value".formatted(node));
  }

  private static OnnxNode node(ProtoReader message) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Object> attributes = new HashMap<>();
    String name = "";
    String op = "";
    while (message.next()) {
      switch (message.field()) {
        case 1 -> inputs.add(message.text());
        case 2 -> outputs.add(message.text());
        case 3 -> name = message.text();
        case 4 -> op = message.text();
        case 5 -> attribute(message.message(), attributes);
        default -> message.skip();
      }
    }
    return new OnnxNode(name, op, inputs, outputs, attributes);
  }

  private static void attribute(ProtoReader message, Map<String, Object> attributes) {
    String name = "";
    long type = 0;
    Object value = null;
    LongStream.Builder integers = LongStream.builder();
    DoubleStream.Builder reals = DoubleStream.builder();
    while (message.next()) {
      switch (message.field()) {
        case 1 -> name = message.text();
        case 2 -> value = message.real();
        case 3 -> value = message.integer();
        case 4 -> value = message.text();
        case 5 -> value = TensorParser.parse(message.message()).constant();
        case 7 -> message.reals(reals::add);
        case 8 -> message.integers(integers::add);
        case 20 -> type = message.integer();
        default -> message.skip();
      }
    }
    attributes.put(
        name,
        type == INTS
            ? integers.build().toArray()
            : type == FLOATS ? floats(reals.build().toArray()) : orZero(type, value));
  }

  /** Writers may leave out a value that is zero or empty. */
  private static Object orZero(long type, Object value) {
    if (value != null) {
      return value;
    }
    if (type == FLOAT) {
      return 0f;
    }
    if (type == INT) {
      return 0L;
    }
    // A kind that no operation here has: strings, or a graph.
    return type == STRING ? "" : new Object();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private void input(ProtoReader message) {
    String name = "";
    OnnxGraph.Input info = new OnnxGraph.Input(0, null);
    while (message.next()) {
      switch (message.field()) {
        case 1 -> name = message.text();
        case 2 -> info = type(message.message());
        default -> message.skip();
      }
    }
    inputs.put(name, info);
  }

  private static String name(ProtoReader message) {
    String name = "";
    while (message.next()) {
      if (message.field() == 1) {
        name = message.text();
      } else {
        message.skip();
      }
    }
    return name;
  }

  /** Of a TypeProto, that is of the tensor in it. */
  private static OnnxGraph.Input type(ProtoReader message) {
    long type = 0;
    long[] sizes = null;
    while (message.next()) {
      if (message.field() != 1) {
        message.skip();
        continue;
      }
      ProtoReader tensor = message.message();
      while (tensor.next()) {
        switch (tensor.field()) {
          case 1 -> type = tensor.integer();
          case 2 -> sizes = sizes(tensor.message());
          default -> tensor.skip();
        }
      }
    }
    return new OnnxGraph.Input(type, sizes);
  }

  private static long[] sizes(ProtoReader shape) {
    LongStream.Builder sizes = LongStream.builder();
    while (shape.next()) {
      if (shape.field() != 1) {
        shape.skip();
        continue;
      }
      ProtoReader axis = shape.message();
      long size = 0;
      while (axis.next()) {
        if (axis.field() == 1) {
          size = axis.integer();
        } else {
          axis.skip();
        }
      }
      sizes.add(size);
    }
    return sizes.build().toArray();
  }
}
