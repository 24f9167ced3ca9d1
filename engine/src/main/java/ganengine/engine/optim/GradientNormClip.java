package ganengine.engine.optim;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Buffer;
import java.util.Collection;
import java.util.List;

/**
 * Scales gradients down, all by the same factor, where their common 2-norm is above a limit
 * (Pascanu, Mikolov and Bengio 2013, algorithm 1).
 */
public final class GradientNormClip {
  private final double limit;
  private final List<Parameter> parameters;
  private final Buffer[] gradients;
  private final Tensor norm;

  /** Clips the gradients of these parameters; those that are not trainable are left alone. */
  public GradientNormClip(Collection<Parameter> parameters, double limit) {
    this.limit = limit;
    this.parameters = parameters.stream().filter(Parameter::trainable).toList();
    this.gradients = new Buffer[this.parameters.size()];
    this.norm = Tensor.full(Shape.SCALAR, 0);
  }

  /** Writes to the gradients in place; to be called before the update. */
  public void apply(Gradients given) {
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = given.get(parameters.get(i)).buffer();
    }
    norm.device().optimiser().clipNorm(limit, gradients, norm.buffer());
  }

  /** The norm that the last gradients had before they were clipped; waits for the device. */
  public double norm() {
    return norm.item();
  }
}
