package ganengine.engine.check;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Op;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Device;
import ganengine.kernels.UnaryFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of everything that is differentiated: at least one line for each op, and one for each
 * elementwise function. {@link #uncovered} proves that none is missing.
 */
final class OpCases {
  private OpCases() {}

  static List<OpCase> all() {
    List<OpCase> all = new ArrayList<>();
    all.addAll(PointwiseCases.all());
    all.addAll(ProductCases.all());
    all.addAll(NormalisationCases.all());
    all.addAll(FusedCases.all());
    all.addAll(LayoutCases.all());
    all.addAll(LossCases.all());
    all.addAll(NetworkCases.all());
    return all;
  }

  /**
   * The ops and elementwise functions without a line of their own: those that no line both names
   * and really records.
   */
  static List<String> uncovered(List<OpCase> lines, Device device) {
    Set<Object> missing = new LinkedHashSet<>();
    for (Class<?> op : Op.class.getPermittedSubclasses()) {
      missing.add(op);
    }
    missing.remove(Unary.class);
    missing.remove(Binary.class);
    missing.addAll(Arrays.asList(UnaryFunction.values()));
    missing.addAll(Arrays.asList(BinaryFunction.values()));
    for (OpCase line : lines) {
      try (Scope scope = Scope.open(device)) {
        Tensor[] inputs = new Tensor[line.inputs().size()];
        for (int i = 0; i < inputs.length; i++) {
          inputs[i] = Tensor.full(line.inputs().get(i).shape(), 1);
        }
        for (Node node : Kinks.graph(line.body().apply(inputs))) {
          if (node.rule().name().equals(line.op())) {
            missing.remove(kind(node.rule()));
          }
        }
      }
    }
    return missing.stream()
        .map(kind -> kind instanceof Class<?> op ? op.getSimpleName() : kind.toString())
        .toList();
  }

  private static Object kind(Object rule) {
    if (rule instanceof Unary unary) {
      return unary.function();
    }
    return rule instanceof Binary binary ? binary.function() : rule.getClass();
  }
}
