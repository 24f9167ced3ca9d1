package ganengine.engine.nn;

import static ganengine.engine.op.MatMul.matMul;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import java.util.Map;

/**
 * A fully connected layer: [batch, in] to [batch, out], y = x weight^T + bias. Parameters: {@code
 * weight} [out, in], {@code bias} [out].
 */
public final class Dense implements WeightedLayer {
  private final int in;
  private final int out;
  private final WeightAndBias parameters;

  /** With a bias, for a ReLU to follow: {@link Initialiser#kaimingUniform} of slope 0. */
  public Dense(int in, int out, RandomSource random) {
    this(in, out, true, Initialiser.kaimingUniform(0), random);
  }

  /**
   * All choices; a bias begins at 0.
   *
   * @param initialiser of the weight
   */
  public Dense(int in, int out, boolean bias, Initialiser initialiser, RandomSource random) {
    this.in = in;
    this.out = out;
    this.parameters =
        new WeightAndBias(initialiser.values(Shape.of(out, in), in, out, random), bias ? out : 0);
  }

  @Override
  public Parameter weight() {
    return parameters.weight();
  }

  @Override
  public Tensor forward(Tensor input, Tensor weight, Activation activation) {
    return parameters.biasActivation(matMul(input, weight, false, true), activation);
  }

  @Override
  public Map<String, Parameter> state() {
    return parameters.state();
  }

  @Override
  public String describe() {
    return "dense " + in + " -> " + out + parameters.describeBias();
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) input.elements() * out;
  }
}
