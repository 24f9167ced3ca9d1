package ganengine.engine.nn;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Modules one after another. Their parameters are called {@code <module>.<parameter>}. A {@link
 * FusableLayer} and the {@link Activation} after it are computed together.
 */
public final class Sequential implements Module {
  private final Map<String, Module> children;

  private Sequential(Map<String, Module> children) {
    this.children = Collections.unmodifiableMap(children);
  }

  /** Modules called 0, 1, 2, ... */
  public static Sequential of(Module... modules) {
    Map<String, Module> numbered = new LinkedHashMap<>();
    for (Module module : modules) {
      numbered.put(Integer.toString(numbered.size()), module);
    }
    return new Sequential(numbered);
  }

  /** Modules under names of their own, in the map's order. */
  public static Sequential named(Map<String, ? extends Module> modules) {
    return new Sequential(new LinkedHashMap<>(modules));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    List<Module> modules = new ArrayList<>(children.values());
    Tensor value = input;
    for (int i = 0; i < modules.size(); i++) {
      Module module = modules.get(i);
      Optional<ganengine.kernels.Activation> next = activationAt(i + 1, modules);
      if (module instanceof FusableLayer layer && next.isPresent()) {
        value = layer.forward(value, pass, next.get());
        i++;
      } else {
        value = module.forward(value, pass);
      }
    }
    return value;
  }

  private static Optional<ganengine.kernels.Activation> activationAt(
      int index, List<Module> modules) {
    return index < modules.size() && modules.get(index) instanceof Activation activation
        ? activation.fused()
        : Optional.empty();
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>();
    children.forEach(
        (name, module) ->
            module.state().forEach((key, parameter) -> state.put(name + "." + key, parameter)));
    return state;
  }

  @Override
  public Map<String, Module> children() {
    return children;
  }

  @Override
  public String describe() {
    return "sequential of " + children.size();
  }

  @Override
  public long multiplyAdds(Shape input) {
    long sum = 0;
    Shape shape = input;
    for (Module module : children.values()) {
      sum += module.multiplyAdds(shape);
      shape = module.outputShape(shape);
    }
    return sum;
  }
}
