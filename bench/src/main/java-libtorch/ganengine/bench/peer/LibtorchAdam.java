package ganengine.bench.peer;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * libtorch's fused Adam, one call for all weights, as PyTorch's {@code Adam(fused=True)} runs it;
 * the C++ front end's own Adam makes a dozen passes over each weight. beta1 is 0.5, beta2 0.999.
 */
final class LibtorchAdam {
  private static final Scalar ONE = new Scalar(1.0);

  private final OperatorHandle fused =
      Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
  private final double rate;
  private final List<Tensor> parameters;
  private final GenericList values = list();
  private final GenericList first = list();
  private final GenericList second = list();
  private final GenericList none = list();
  private final GenericList steps = list();
  private final Tensor step = torch.zeros(1);

  LibtorchAdam(List<Tensor> parameters, double rate) {
    this.parameters = parameters;
    this.rate = rate;
    for (Tensor parameter : parameters) {
      values.push_back(new IValue(parameter));
      first.push_back(new IValue(torch.zeros_like(parameter)));
      second.push_back(new IValue(torch.zeros_like(parameter)));
      steps.push_back(new IValue(step));
    }
  }

  /** An empty list of tensors. */
  private GenericList list() {
    return new GenericList(fused.schema().arguments().type().access().containedType(0));
  }

  /** Updates from the gradients that lie with the weights, and drops these. */
  void step() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      step.add_(ONE);
      GenericList gradients = list();
      for (Tensor parameter : parameters) {
        gradients.push_back(new IValue(parameter.grad()));
      }
      IValueVector stack = new IValueVector();
      for (GenericList list : List.of(values, gradients, first, second, none, steps)) {
        stack.push_back(new IValue(list));
      }
      for (double number : new double[] {rate, 0.5, 0.999, 0, 1e-8}) {
        stack.push_back(new IValue(number));
      }
      stack.push_back(new IValue(false)).push_back(new IValue(false));
      stack.push_back(new IValue()).push_back(new IValue());
      fused.callBoxed(stack);
      parameters.forEach(parameter -> parameter.mutable_grad().reset());
    }
  }
}
