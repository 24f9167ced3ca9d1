package ganengine.gan.features;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.model.ResidualBlock;
import ganengine.kernels.Activation.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Guided backpropagation (Springenberg et al. 2014): gradients, but backwards through a ReLU, leaky
 * or not, only what is positive passes, and only where the unit was positive: what a feature
 * answers to, without what it is held back by. Layer after layer, so that training's gradients know
 * nothing of it; in inference.
 */
public final class GuidedBackpropagation {
  private GuidedBackpropagation() {}

  /**
   * The guided gradient by the input, of its shape, in the innermost scope.
   *
   * @param module a network of layers one after another, residual blocks included, or a layer
   * @param input [batch, ...]
   * @param gradOutput by the module's output, of its shape
   */
  public static Tensor gradient(Module module, Tensor input, Tensor gradOutput) {
    if (module instanceof Sequential network) {
      return through(List.copyOf(network.children().values()), input, gradOutput);
    }
    if (module instanceof ResidualBlock block) {
      return Binary.add(gradOutput, gradient(block.branch(), input, gradOutput));
    }
    if (module instanceof Activation activation && rectifies(activation)) {
      Tensor positive = Unary.relu(gradOutput);
      return Binary.multiply(positive, Unary.below(Unary.negate(input), 0, 1));
    }
    return plain(module, input, gradOutput);
  }

  private static boolean rectifies(Activation activation) {
    return activation.fused().filter(fused -> fused.kind() == Kind.LEAKY_RELU).isPresent();
  }

  private static Tensor through(List<Module> modules, Tensor input, Tensor gradOutput) {
    List<Tensor> inputs = new ArrayList<>();
    Tensor value = input;
    for (Module module : modules) {
      inputs.add(value);
      value = module.forward(value, Pass.inference());
    }
    Tensor gradient = gradOutput;
    for (int i = modules.size() - 1; i >= 0; i--) {
      gradient = gradient(modules.get(i), inputs.get(i), gradient);
    }
    return gradient;
  }

  /** The gradient of the sum of output times gradOutput: a vector-Jacobian product. */
  private static Tensor plain(Module module, Tensor input, Tensor gradOutput) {
    try (Scope recording = Scope.recordingAgain()) {
      // A leaf, so that the gradient stops here.
      Tensor leaf = input.view(input.shape());
      Tensor output = module.forward(leaf, Pass.inference());
      Tensor product = Sum.sum(Binary.multiply(output, gradOutput));
      return recording.keep(Gradients.of(product, List.of(leaf)).get(leaf));
    }
  }
}
