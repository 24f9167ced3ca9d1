package ganengine.engine.op;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;

/**
 * The filter gradient of {@link Conv2d}: bilinear in the image x [batch, height, width, inC] and
 * gradY [batch, outH, outW, outC].
 *
 * @param spec of the convolution
 * @param kernelH rows of the filter
 * @param kernelW columns of the filter
 */
public record Conv2dFilterGradient(ConvSpec spec, int kernelH, int kernelW) implements Op {
  /** For a filter of this shape. */
  static Conv2dFilterGradient like(Shape filter, ConvSpec spec) {
    return new Conv2dFilterGradient(spec, filter.size(1), filter.size(2));
  }

  @Override
  public String name() {
    return "conv2d_filter_gradient";
  }

  @Override
  public Shape[] outputShapes(Tensor... inputs) {
    Shape x = inputs[0].shape();
    Shape gradY = inputs[1].shape();
    String given =
        "input %s, output gradient %s, kernel %dx%d, %s"
            .formatted(x, gradY, kernelH, kernelW, spec);
    ShapeRule.rank(name(), given, "input", inputs[0], 4, "[batch, height, width, channels]");
    ShapeRule.rank(name(), given, "output gradient", inputs[1], 4, "[batch, outH, outW, outC]");
    int outH = spec.windowsH(x.size(1), kernelH);
    int outW = spec.windowsW(x.size(2), kernelW);
    if (gradY.size(0) != x.size(0) || gradY.size(1) != outH || gradY.size(2) != outW) {
      throw ShapeRule.error(
          name(),
          given,
          "expected an output gradient [%d, %d, %d, outC]".formatted(x.size(0), outH, outW),
          "it has the shape of the convolution's output");
    }
    if (x.size(3) % spec.groups() != 0 || gradY.size(3) % spec.groups() != 0) {
      throw ShapeRule.error(
          name(),
          given,
          "channels don't divide into %d groups".formatted(spec.groups()),
          "make both channel counts multiples of the groups");
    }
    return new Shape[] {Shape.of(gradY.size(3), kernelH, kernelW, x.size(3) / spec.groups())};
  }

  @Override
  public boolean isProduct() {
    return true;
  }

  @Override
  public void run(Device device, Tensor[] inputs, Tensor[] outputs) {
    device
        .convolution()
        .filterGradient(
            spec.sizes(inputs[0].shape(), outputs[0].shape(), inputs[1].shape()),
            inputs[0].buffer(),
            inputs[1].buffer(),
            outputs[0].buffer());
  }

  @Override
  public Tensor[] gradients(
      Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted) {
    Tensor x = inputs[0];
    Tensor gradY = inputs[1];
    Tensor direction = gradOutputs[0];
    return new Tensor[] {
      wanted[0] ? ConvTranspose2d.like(x.shape(), spec).apply(gradY, direction) : null,
      wanted[1] ? new Conv2d(spec).apply(x, direction) : null
    };
  }
}
