package ganengine.engine.check;

import ganengine.engine.op.BatchNorm;
import ganengine.engine.op.BiasActivation;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.UnaryFunction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Keeps the rectifiers inside a network away from 0, where a difference over a kink is no
 * derivative: points at which one is close are drawn again.
 */
final class Kinks {
  private static final double MARGIN = 1e-4;
  private static final int TRIES = 100;
  private static final double[] NONE = {};

  private Kinks() {}

  static double[][] samplePoint(OpCase line, Functional functional, Device device, Random random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double[][] point = Points.sample(line, functional.shapes(), random);
      if (nearest(line, device, point) > MARGIN) {
        return point;
      }
    }
    throw new IllegalStateException(
        "case %s: %d random points all lie on a kink; make the case smaller"
            .formatted(line, TRIES));
  }

  private static double nearest(OpCase line, Device device, double[][] point) {
    try (Scope scope = Scope.open(device)) {
      Tensor[] inputs = new Tensor[line.inputs().size()];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = Tensor.of(line.inputs().get(i).shape(), point[i]);
      }
      double nearest = Double.POSITIVE_INFINITY;
      for (Node node : graph(line.body().apply(inputs))) {
        for (double x : rectified(node).map(Tensor::toDoubles).orElse(NONE)) {
          nearest = Math.min(nearest, Math.abs(x));
        }
      }
      return nearest;
    }
  }

  /** What goes into a rectifier; a fused op computes it again, as its output may have lost it. */
  private static Optional<Tensor> rectified(Node node) {
    Object rule = node.rule();
    if (rule instanceof Unary unary && unary.function() == UnaryFunction.LEAKY_RELU) {
      return Optional.of(node.inputs()[0]);
    }
    if (rule instanceof BiasActivation fused && rectifies(fused.activation())) {
      return Optional.of(new BiasActivation(Activation.NONE).apply(node.inputs()));
    }
    if (rule instanceof BatchNorm fused && rectifies(fused.activation())) {
      return Optional.of(new BatchNorm(fused.epsilon(), Activation.NONE).apply(node.inputs()));
    }
    return Optional.empty();
  }

  private static boolean rectifies(Activation activation) {
    return activation.kind() == Activation.Kind.LEAKY_RELU;
  }

  /** Every computation behind these tensors. */
  static Set<Node> graph(Tensor... outputs) {
    Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Tensor> open = new ArrayDeque<>(Arrays.asList(outputs));
    while (!open.isEmpty()) {
      open.pop()
          .node()
          .filter(nodes::add)
          .ifPresent(node -> open.addAll(Arrays.asList(node.inputs())));
    }
    return nodes;
  }
}
