package ganengine.engine.nn;

import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import java.util.Map;

/**
 * A transposed 2-D convolution: [batch, height, width, in] to [batch, outH, outW, out], with outH =
 * (height - 1) * stride - padding + kernel. Parameters: {@code weight} [in, kernel, kernel, out /
 * groups], which is the filter of the convolution whose input gradient this layer is, and {@code
 * bias} [out]. See {@link ganengine.engine.op.ConvTranspose2d}.
 */
public final class ConvTranspose2d implements FusableLayer {
  private final int in;
  private final int out;
  private final int kernel;
  private final ConvSpec spec;
  private final WeightAndBias parameters;

  /** With a bias, for a ReLU to follow: {@link Initialiser#kaimingUniform} of slope 0. */
  public ConvTranspose2d(int in, int out, int kernel, ConvSpec spec, RandomSource random) {
    this(in, out, kernel, spec, true, Initialiser.kaimingUniform(0), random);
  }

  /**
   * All choices; a bias begins at 0. fanIn is kernel^2 * in / groups / stride^2, since a stride
   * leaves each output pixel that part of the filter; fanOut is kernel^2 * out / groups.
   *
   * @param kernel rows and columns of the filter
   * @param spec stride, padding, dilation, groups: {@code ConvSpec.of(2, 1)}
   * @param bias whether to add one; before a batch norm it has no effect
   */
  public ConvTranspose2d(
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
    int fanIn = Math.max(1, area * in / spec.groups() / (spec.strideH() * spec.strideW()));
    Shape filter = Shape.of(in, kernel, kernel, out / spec.groups());
    this.parameters =
        new WeightAndBias(
            initialiser.values(filter, fanIn, area * out / spec.groups(), random), bias ? out : 0);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass, Activation activation) {
    return parameters.biasActivation(
        ganengine.engine.op.ConvTranspose2d.convTranspose2d(input, parameters.weight(), spec, 0),
        activation);
  }

  @Override
  public Map<String, Parameter> state() {
    return parameters.state();
  }

  @Override
  public String describe() {
    return "conv_transpose2d %d -> %d, %dx%d, %s%s"
        .formatted(in, out, kernel, kernel, spec, parameters.describeBias());
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) input.elements() * kernel * kernel * (out / spec.groups());
  }
}
