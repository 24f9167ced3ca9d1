package ganengine.engine.autograd;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Cast;
import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import java.util.IdentityHashMap;

/**
 * The gradients on their way: the one place that sums them. Where they will not be differentiated
 * again, each is released as soon as it has been passed back.
 */
final class Accumulator {
  private final Path path;
  private final Scope releasing;
  private final IdentityHashMap<Tensor, Tensor> gradients = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Integer> memoryUses = new IdentityHashMap<>();

  /**
   * @param releasing the scope whose tensors may be released early; null to keep everything
   */
  Accumulator(Path path, Scope releasing) {
    this.path = path;
    this.releasing = releasing;
  }

  Tensor gradient(Tensor tensor) {
    return gradients.get(tensor);
  }

  void add(Tensor tensor, Tensor gradient) {
    Tensor before = gradients.get(tensor);
    Tensor sum = before == null ? gradient : Binary.add(before, gradient);
    gradients.put(tensor, sum);
    memoryUses.merge(sum.memory(), 1, Integer::sum);
    if (before != null) {
      drop(before);
    }
  }

  /** Turns the gradients of a node's outputs into those of its inputs. */
  void passBack(Node node) {
    Tensor[] gradOutputs = new Tensor[node.outputs().length];
    boolean any = false;
    for (int i = 0; i < gradOutputs.length; i++) {
      gradOutputs[i] = gradients.get(node.outputs()[i]);
      any |= gradOutputs[i] != null;
    }
    if (!any) {
      return;
    }
    if (releasing == null) {
      addAll(node, gradOutputs, null);
      return;
    }
    try (Scope rule = Scope.open()) {
      addAll(node, gradOutputs, rule);
    }
    for (Tensor output : node.outputs()) {
      if (!path.isTarget(output) && gradients.containsKey(output)) {
        drop(gradients.remove(output));
      }
    }
  }

  private void addAll(Node node, Tensor[] gradOutputs, Scope rule) {
    boolean[] wanted = new boolean[node.inputs().length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = path.leadsTo(node.inputs()[i]);
    }
    Tensor[] results = node.rule().gradients(node.inputs(), node.outputs(), gradOutputs, wanted);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] && results[i] != null) {
        Tensor input = node.inputs()[i];
        if (!results[i].shape().equals(input.shape())) {
          throw new ShapeException(
              "op %s: its rule gave a gradient of shape %s for an input of shape %s"
                  .formatted(node.rule().name(), results[i].shape(), input.shape()));
        }
        add(input, Cast.to(input.type(), results[i]));
        if (rule != null) {
          rule.keep(gradients.get(input));
        }
      }
    }
  }

  private void drop(Tensor gradient) {
    if (memoryUses.merge(gradient.memory(), -1, Integer::sum) == 0 && releasing != null) {
      releasing.release(gradient);
    }
  }
}
