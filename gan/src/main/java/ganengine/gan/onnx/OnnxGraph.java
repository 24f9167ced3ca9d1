package ganengine.gan.onnx;

import static ganengine.gan.onnx.OnnxException.quoted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph as it stands in a file.
 *
 * @param nodes its operations, each after those whose values it takes
 * @param constants values that the file gives, by name
 * @param inputs those that must be given
 * @param outputs names of the values that it is made for
 * @param opset the version of the operations' meanings
 */
record OnnxGraph(
    List<OnnxNode> nodes,
    Map<String, OnnxConstant> constants,
    Map<String, Input> inputs,
    List<String> outputs,
    long opset) {

  /**
   * An input's type.
   *
   * @param type the code of a {@link StoredNumber}
   * @param sizes of its axes, not positive where open; null if not said
   */
  @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
  record Input(long type, long[] sizes) {}

  /** The only input, which must be images. */
  ImageInput images() {
    if (inputs.size() != 1) {
      throw new OnnxException("it takes %d inputs, expected one: images".formatted(inputs.size()));
    }
    String name = inputs.keySet().iterator().next();
    Input input = inputs.get(name);
    if (input.sizes() == null) {
      return new ImageInput(name, 0, 0, 0, 0, false, false);
    }
    if (input.sizes().length != 4) {
      throw new OnnxException(
          "its input %s has %d dimensions, expected 4: batch, channels, height, width"
              .formatted(quoted(name), input.sizes().length));
    }
    int[] sizes = new int[4];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (int) Math.max(0, Math.min(Integer.MAX_VALUE, input.sizes()[i]));
    }
    boolean last = !isDepth(sizes[1]) && isDepth(sizes[3]);
    return new ImageInput(
        name,
        sizes[0],
        sizes[last ? 1 : 2],
        sizes[last ? 2 : 3],
        sizes[last ? 3 : 1],
        last,
        StoredNumber.of(input.type()) == StoredNumber.UINT8);
  }

  private static boolean isDepth(int size) {
    return size == 1 || size == 3;
  }

  /** The operations that a value is computed by, in order. */
  List<OnnxNode> nodesFor(String value) {
    Map<String, OnnxNode> makers = new HashMap<>();
    for (OnnxNode node : nodes) {
      for (String output : node.outputs()) {
        makers.put(output, node);
      }
    }
    if (!makers.containsKey(value)) {
      throw new OnnxException("it computes no value %s".formatted(quoted(value)));
    }
    Set<String> wanted = new HashSet<>(Set.of(value));
    List<OnnxNode> needed = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      OnnxNode node = nodes.get(i);
      if (!Collections.disjoint(wanted, node.outputs())) {
        needed.add(node);
        wanted.addAll(node.inputs());
      }
    }
    Collections.reverse(needed);
    return needed;
  }
}
