package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * Transposed 2-D convolution: the adjoint, in the image, of the {@link Conv2d} with the same spec
 * and filter, and so its input gradient.
 *
 * @param spec of that convolution
 * @param outH rows of the output: of that convolution's image
 * @param outW columns of the output
 */
public record ConvTranspose2d(ConvSpec spec, int outH, int outW) implements Op {
  /**
   * x transposed-convolved with a filter.
   *
   * @param x [batch, height, width, inC]
   * @param filter [inC, kernelH, kernelW, outC / groups]
   * @param outputPadding rows and columns added to the smallest possible output, below the stride
   * @return [batch, outH, outW, outC] with outH = (height - 1) * stride - padding + dilation *
   *     (kernelH - 1) + 1 + outputPadding
   */
  public static Tensor convTranspose2d(Tensor x, Tensor filter, ConvSpec spec, int outputPadding) {
    String given =
        "input %s, filter %s, %s, output padding %d"
            .formatted(x.shape(), filter.shape(), spec, outputPadding);
    checkRanks(given, x, filter);
    int outH = spec.heightOf(x.shape().size(1), filter.shape().size(1)) + outputPadding;
    int outW = spec.widthOf(x.shape().size(2), filter.shape().size(2)) + outputPadding;
    if (outputPadding < 0 || outputPadding >= Math.max(spec.strideH(), spec.strideW())) {
      throw ShapeRule.error(
          "conv_transpose2d",
          given,
          "the output padding must be at least 0 and below the stride",
          "a larger output comes from less padding or a larger stride");
    }
    return new ConvTranspose2d(spec, outH, outW).apply(x, filter);
  }

  /** The input gradient of a convolution of images of this shape. */
  static ConvTranspose2d like(Shape image, ConvSpec spec) {
    return new ConvTranspose2d(spec, image.size(1), image.size(2));
  }

  private static void checkRanks(String given, Tensor x, Tensor filter) {
    ShapeRule.rank("conv_transpose2d", given, "input", x, 4, "[batch, height, width, channels]");
    ShapeRule.rank(
        "conv_transpose2d", given, "filter", filter, 4, "[inC, kernelH, kernelW, outC / groups]");
  }

  @Override
  public String name() {
    return "conv_transpose2d";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape x = inputs[0].shape();
    Shape filter = inputs[1].shape();
    String given = "input %s, filter %s, %s, output %dx%d".formatted(x, filter, spec, outH, outW);
    checkRanks(given, inputs[0], inputs[1]);
    if (x.size(3) != filter.size(0)) {
      throw ShapeRule.error(
          name(),
          given,
          "the filter expects %d input channel%s, the input has %d"
              .formatted(filter.size(0), filter.size(0) == 1 ? "" : "s", x.size(3)),
          "build the layer with in = " + x.size(3));
    }
    if (filter.size(0) % spec.groups() != 0) {
      throw ShapeRule.error(
          name(),
          given,
          "%d input channels don't divide into %d groups".formatted(filter.size(0), spec.groups()),
          "make the input channels a multiple of the groups");
    }
    int windowsH = outH < 1 ? 0 : spec.windowsH(outH, filter.size(1));
    int windowsW = outW < 1 ? 0 : spec.windowsW(outW, filter.size(2));
    if (windowsH != x.size(1) || windowsW != x.size(2)) {
      throw ShapeRule.error(
          name(),
          given,
          "the convolution of such an output makes %dx%d, the input has %dx%d"
              .formatted(windowsH, windowsW, x.size(1), x.size(2)),
          "use less padding or a larger kernel");
    }
    return new Shape[] {Shape.of(x.size(0), outH, outW, filter.size(3) * spec.groups())};
  }

  @Override
  public boolean isProduct() {
    return true;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .convolution()
        .inputGradient(
            spec.sizes(outputs[0].shape(), inputs[1].shape(), inputs[0].shape()),
            inputs[0].buffer(),
            inputs[1].buffer(),
            outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor x = inputs[0];
    Tensor filter = inputs[1];
    Tensor gradY = gradOutputs[0];
    return new Tensor[] {
      wanted[0] ? new Conv2d(spec).apply(gradY, filter) : null,
      wanted[1] ? Conv2dFilterGradient.like(filter.shape(), spec).apply(gradY, x) : null
    };
  }
}
