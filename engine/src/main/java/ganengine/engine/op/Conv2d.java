package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * 2-D convolution (cross-correlation): bilinear in image and filter. Its gradients are {@link
 * ConvTranspose2d} and {@link Conv2dFilterGradient}, whose gradients lead back here: so every order
 * of derivative comes from three kernels.
 *
 * @param spec stride, padding, dilation, groups
 */
public record Conv2d(ConvSpec spec) implements Op {
  /**
   * x convolved with a filter.
   *
   * @param x [batch, height, width, inC]
   * @param filter [outC, kernelH, kernelW, inC / groups]
   * @return [batch, outH, outW, outC] with outH = floor((height + padding - dilation * (kernelH -
   *     1) - 1) / stride) + 1
   */
  public static Tensor conv2d(Tensor x, Tensor filter, ConvSpec spec) {
    return new Conv2d(spec).apply(x, filter);
  }

  @Override
  public String name() {
    return "conv2d";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape x = inputs[0].shape();
    Shape filter = inputs[1].shape();
    String given = "input %s, filter %s, %s".formatted(x, filter, spec);
    ShapeRule.rank(name(), given, "input", inputs[0], 4, "[batch, height, width, channels]");
    ShapeRule.rank(name(), given, "filter", inputs[1], 4, "[outC, kernelH, kernelW, inC / groups]");
    int expected = filter.size(3) * spec.groups();
    if (x.size(3) != expected) {
      throw ShapeRule.error(
          name(),
          given,
          "the filter expects %d input channel%s, the input has %d"
              .formatted(expected, expected == 1 ? "" : "s", x.size(3)),
          "build the layer with in = " + x.size(3));
    }
    if (filter.size(0) % spec.groups() != 0) {
      throw ShapeRule.error(
          name(),
          given,
          "%d output channels don't divide into %d groups".formatted(filter.size(0), spec.groups()),
          "make the output channels a multiple of the groups");
    }
    int outH = spec.windowsH(x.size(1), filter.size(1));
    int outW = spec.windowsW(x.size(2), filter.size(2));
    if (outH < 1 || outW < 1) {
      throw ShapeRule.error(
          name(),
          given,
          "no %dx%d window fits into the padded image".formatted(filter.size(1), filter.size(2)),
          "use larger images, more padding or fewer layers");
    }
    return new Shape[] {Shape.of(x.size(0), outH, outW, filter.size(0))};
  }

  @Override
  public boolean isProduct() {
    return true;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .convolution()
        .forward(
            spec.sizes(inputs[0].shape(), inputs[1].shape(), outputs[0].shape()),
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
      wanted[0] ? ConvTranspose2d.like(x.shape(), spec).apply(gradY, filter) : null,
      wanted[1] ? Conv2dFilterGradient.like(filter.shape(), spec).apply(x, gradY) : null
    };
  }
}
