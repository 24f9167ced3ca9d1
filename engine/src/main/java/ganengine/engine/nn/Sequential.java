package ganengine.engine.nn;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Modules one after another. Their parameters are called {@code <module>.<parameter>}. */
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
    Tensor value = input;
    for (Module module : children.values()) {
      value = module.forward(value, pass);
    }
    return value;
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
