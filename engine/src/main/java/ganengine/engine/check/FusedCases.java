package ganengine.engine.check;

import static ganengine.engine.check.Domain.between;
import static ganengine.engine.check.OpCase.curved;
import static ganengine.engine.check.OpCase.linear;

import ganengine.engine.check.OpCase.Input;
import ganengine.engine.op.BiasActivation;
import ganengine.engine.op.BinaryCrossEntropy;
import ganengine.engine.op.CrossEntropy;
import ganengine.engine.op.Op;
import ganengine.kernels.Activation;
import java.util.List;

/** Bias with activation, and losses with the gradient that they compute on the way as an output. */
final class FusedCases {
  private FusedCases() {}

  static List<OpCase> all() {
    Domain wide = between(-2, 2);
    Domain logits = between(-3, 3);
    return List.of(
        line("none", new BiasActivation(Activation.NONE), linear(2, 2, 3), linear(3)),
        biasActivation("relu", Activation.RELU, wide),
        biasActivation("leaky relu 0.2", Activation.leakyRelu(0.2), wide),
        biasActivation("tanh", Activation.TANH, wide),
        biasActivation("sigmoid", Activation.SIGMOID, wide),
        line("loss and gradient, real", new BinaryCrossEntropy(1), curved(logits, 4, 1)),
        line("loss and gradient, smoothed", new BinaryCrossEntropy(0.9), curved(logits, 4, 1)),
        line("loss and gradient", new CrossEntropy(), curved(logits, 3, 4), linear(3, 4)));
  }

  private static OpCase biasActivation(String name, Activation activation, Domain domain) {
    return line(name, new BiasActivation(activation), curved(domain, 2, 3, 3), curved(domain, 3));
  }

  private static OpCase line(String name, Op op, Input... inputs) {
    return new OpCase(op.name(), name, List.of(inputs), op::applyAll);
  }
}
