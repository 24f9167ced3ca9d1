package ganengine.engine.autograd;

import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What lies between the targets and the loss: everything else is not differentiated. */
final class Path {
  private final Set<Tensor> targets = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Node, Boolean> visited = new IdentityHashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private Path() {}

  static Path between(Collection<? extends Tensor> targets, Tensor loss) {
    Path path = new Path();
    path.targets.addAll(targets);
    path.walk(loss);
    return path;
  }

  /** The nodes on a path, each after the ones it reads from. */
  List<Node> nodes() {
    return nodes;
  }

  boolean isTarget(Tensor tensor) {
    return targets.contains(tensor);
  }

  /** Whether a gradient of this tensor is needed: it is a target or computed from one. */
  boolean leadsTo(Tensor tensor) {
    return isTarget(tensor) || tensor.node().map(n -> visited.getOrDefault(n, false)).orElse(false);
  }

  /** Depth first with a stack of our own: graphs are deeper than the thread's. */
  private void walk(Tensor loss) {
    Deque<Node> stack = new ArrayDeque<>();
    Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    loss.node().ifPresent(stack::push);
    while (!stack.isEmpty()) {
      Node node = stack.peek();
      if (entered.add(node)) {
        for (Tensor input : node.inputs()) {
          input.node().filter(next -> !entered.contains(next)).ifPresent(stack::push);
        }
        continue;
      }
      stack.pop();
      if (!visited.containsKey(node)) {
        boolean onPath = false;
        for (Tensor input : node.inputs()) {
          onPath |= leadsTo(input);
        }
        visited.put(node, onPath);
        if (onPath) {
          nodes.add(node);
        }
      }
    }
  }
}
