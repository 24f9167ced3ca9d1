package ganengine.engine.nn;

import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import java.util.Map;

/**
 * A 2-D convolution: [batch, height, width, in] to [batch, outH, outW, out]. Parameters: {@code
 * weight} [out, kernel, kernel, in / groups], {@code bias} [out]. See {@link
 * ganengine.engine.op.Conv2d} for the sizes.
 */
public final class Conv2d implements WeightedLayer {
  private final int in;
  private final int out;
  private final int kernel;
  private final ConvSpec spec;
  private final WeightAndBias parameters;

  /** With a bias, for a ReLU to follow: {@link Initialiser#kaimingUniform} of slope 0. */
  public Conv2d(int in, int out, int kernel, ConvSpec spec, RandomSource random) {
    this(in, out, kernel, spec, true, Initialiser.kaimingUniform(0), random);
  }

  /**
   * All choices; a bias begins at 0. fanIn is kernel^2 * in / groups, fanOut kernel^2 * out /
   * groups.
   *
   * @param kernel rows and columns of the filter
   * @param spec stride, padding, dilation, groups: {@code ConvSpec.of(2, 1)}
   * @param bias whether to add one; before a batch norm it has no effect
   */
  public Conv2d(
      int in,
      int out,
      int kernel,
      ConvSpec spec,
      boolean bias,
      Initialiser initialiser,
      RandomSource random) {
    this.in = in;
    this.out = out;
    this.kernel = kernel;
    this.spec = spec;
    int area = kernel * kernel;
    Shape filter = Shape.of(out, kernel, kernel, in / spec.groups());
    this.parameters =
        new WeightAndBias(
            initialiser.values(
                filter, area * in / spec.groups(), area * out / spec.groups(), random),
            bias ? out : 0);
  }

  @Override
  public Parameter weight() {
    return parameters.weight();
  }

  @Override
  public Tensor forward(Tensor input, Tensor weight, Activation activation) {
    return parameters.biasActivation(
        ganengine.engine.op.Conv2d.conv2d(input, weight, spec), activation);
  }

  @Override
  public Map<String, Parameter> state() {
    return parameters.state();
  }

  @Override
  public String describe() {
    return "conv2d %d -> %d, %dx%d, %s%s"
        .formatted(in, out, kernel, kernel, spec, parameters.describeBias());
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) outputShape(input).elements() * kernel * kernel * (in / spec.groups());
  }
}
