package ganengine.engine.autograd;

import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The results on the way back that nobody reads any more. When gradients have passed back through
 * the computation that made a result, they have passed through all that read it.
 */
final class SpentResults {
  /** Gives nothing back: the results belong to their scopes. */
  static final SpentResults NONE = new SpentResults(null);

  /** Memory that stays; null to keep all. */
  private final Set<Object> kept;

  private SpentResults(Set<Object> kept) {
    this.kept = kept;
  }

  static SpentResults allBut(Tensor loss, Collection<? extends Tensor> targets) {
    Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.add(loss.memory());
    targets.forEach(target -> kept.add(target.memory()));
    return new SpentResults(kept);
  }

  /** Gives back what a computation made, which gradients have passed through. */
  void release(Node node) {
    if (kept == null) {
      return;
    }
    for (Tensor output : node.outputs()) {
      if (!kept.contains(output.memory()) && !isView(node, output)) {
        Scope.releaseEarly(output);
      }
    }
  }

  /** Whether an output is an input under another shape: its memory is still to be read. */
  private static boolean isView(Node node, Tensor output) {
    for (Tensor input : node.inputs()) {
      if (input.sharesMemoryWith(output)) {
        return true;
      }
    }
    return false;
  }
}
