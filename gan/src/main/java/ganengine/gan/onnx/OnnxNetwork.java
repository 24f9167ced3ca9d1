package ganengine.gan.onnx;

import static ganengine.gan.onnx.OnnxException.quoted;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.onnx.Value.Integers;
import ganengine.gan.onnx.Value.Reals;
import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The part of an {@link OnnxModel} that computes one of its values, its weights on a device.
 *
 * <pre>
 * OnnxModel model = OnnxModel.read(file);
 * try (OnnxNetwork network = new OnnxNetwork(model, "pool", device);
 *     Scope batch = Scope.inference()) {
 *   Tensor features = network.apply(images);
 * }
 * </pre>
 */
public final class OnnxNetwork implements AutoCloseable {
  private final OnnxModel model;
  private final String output;
  private final List<OnnxNode> nodes;
  private final Scope scope;
  private final Map<String, Value> constants = new HashMap<>();

  /**
   * Brings what is needed for a value to the device.
   *
   * @param output the name of one of the model's outputs, or of any value inside
   * @throws UserError if there is no such value or an operation it needs is not supported
   */
  public OnnxNetwork(OnnxModel model, String output, Device device) {
    this.model = model;
    this.output = output;
    this.scope = Scope.open(device);
    try {
      nodes = model.graph().nodesFor(output);
      for (OnnxNode node : nodes) {
        Operations.of(node);
        node.inputs().forEach(this::upload);
      }
    } catch (OnnxException | ShapeException e) {
      scope.close();
      throw inFile(e);
    }
  }

  private void upload(String name) {
    OnnxConstant constant = model.graph().constants().get(name);
    if (constant == null || constants.containsKey(name)) {
      return;
    }
    if (constant.reals() == null) {
      constants.put(name, new Integers(constant.sizes().length, constant.integers()));
      return;
    }
    if (constant.reals().length == 0) {
      // An optional input that is given but empty, as exported Resize operations have it.
      return;
    }
    try (Scope loading = Scope.inference()) {
      Tensor tensor = ChannelsLast.of(Tensor.of(Shape.of(constant.sizes()), constant.reals()));
      constants.put(name, new Reals(loading.keep(tensor)));
    }
  }

  /**
   * Computes the value for images, into the innermost scope.
   *
   * @param images [batch, height, width, channels], of the sizes that the model's {@link
   *     OnnxModel#input} says, whatever order the file has them in
   * @return the value in ONNX's order of axes
   * @throws UserError if an operation can't do what the file says
   */
  public Tensor apply(Tensor images) {
    return apply(images, (name, value) -> {});
  }

  /**
   * The names of all values on the way that have so many numbers for each image and no place in it.
   */
  public List<String> valuesOfWidth(int width, Tensor images) {
    List<String> found = new ArrayList<>();
    try (Scope trial = Scope.inference()) {
      int count = images.shape().size(0);
      apply(
          images,
          (name, value) -> {
            if (value instanceof Reals reals
                && reals.tensor().shape().elements() == count * width
                && reals.tensor().shape().size(-1) == width) {
              found.add(name);
            }
          });
    }
    return found;
  }

  private Tensor apply(Tensor images, BiConsumer<String, Value> seen) {
    try (Scope batch = Scope.inference()) {
      Map<String, Value> live = new HashMap<>();
      Tensor given = model.input().channelsLast() ? ChannelsLast.of(images) : images;
      live.put(model.input().name(), new Reals(given));
      Map<String, Integer> uses = uses();
      for (OnnxNode node : nodes) {
        Value value = run(node, live);
        live.put(node.outputs().get(0), value);
        seen.accept(node.outputs().get(0), value);
        for (String name : node.inputs()) {
          if (uses.merge(name, -1, Integer::sum) == 0) {
            drop(name, live, batch);
          }
        }
      }
      return batch.keep(result(live.get(output)));
    } catch (OnnxException e) {
      throw inFile(e);
    }
  }

  private Tensor result(Value value) {
    if (value instanceof Reals reals) {
      return ChannelsLast.undone(reals.tensor());
    }
    throw new OnnxException("its value %s is no real numbers".formatted(quoted(output)));
  }

  /** How often each value is taken; the result once more than that. */
  private Map<String, Integer> uses() {
    Map<String, Integer> uses = new HashMap<>(Map.of(output, 1));
    for (OnnxNode node : nodes) {
      node.inputs().forEach(name -> uses.merge(name, 1, Integer::sum));
    }
    return uses;
  }

  private Value run(OnnxNode node, Map<String, Value> live) {
    List<Value> values = new ArrayList<>();
    for (String name : node.inputs()) {
      Value value = live.getOrDefault(name, constants.get(name));
      boolean leftOut = name.isEmpty() || model.graph().constants().containsKey(name);
      if (value == null && !leftOut) {
        throw new OnnxException(
            "%s takes a value %s that nothing before it gives".formatted(node, quoted(name)));
      }
      values.add(value);
    }
    try (Scope own = Scope.inference()) {
      Value value = Operations.of(node).run(new Operands(node, values, model.graph().opset()));
      if (value instanceof Reals reals) {
        own.keep(reals.tensor());
      }
      return value;
    } catch (ShapeException | ArithmeticException e) {
      throw new OnnxException("%s: %s".formatted(node, e.getMessage()));
    }
  }

  /** Gives a value's memory back, unless another one is a view of it. */
  private static void drop(String name, Map<String, Value> live, Scope batch) {
    if (live.remove(name) instanceof Reals gone
        && live.values().stream()
            .noneMatch(
                other ->
                    other instanceof Reals reals
                        && reals.tensor().sharesMemoryWith(gone.tensor()))) {
      batch.release(gone.tensor());
    }
  }

  private UserError inFile(RuntimeException e) {
    return new UserError("%s: %s".formatted(model.file(), e.getMessage()), e);
  }

  @Override
  public void close() {
    scope.close();
  }
}
