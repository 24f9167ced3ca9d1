package ganengine.kernels.reference;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;
import java.util.Arrays;

/** Elementwise functions, one number at a time. */
final class ReferencePointwise implements PointwiseKernels {
  @Override
  public void fill(double value, Buffer out) {
    Arrays.fill(ReferenceBuffer.reals(out), value);
  }

  @Override
  public void unary(UnaryFunction function, double p, double q, Buffer x, Buffer out) {
    double[] from = ReferenceBuffer.reals(x);
    double[] to = ReferenceBuffer.reals(out);
    for (int i = 0; i < from.length; i++) {
      to[i] = ScalarFunctions.unary(function, p, q, from[i]);
    }
  }

  @Override
  public void binary(
      BinaryFunction function, double p, Broadcast broadcast, Buffer a, Buffer b, Buffer out) {
    double[] left = ReferenceBuffer.reals(a);
    double[] right = ReferenceBuffer.reals(b);
    double[] to = ReferenceBuffer.reals(out);
    for (int i = 0; i < broadcast.outputSize(); i++) {
      double leftValue = left[Offsets.of(broadcast.sizes(), broadcast.stridesA(), i)];
      double rightValue = right[Offsets.of(broadcast.sizes(), broadcast.stridesB(), i)];
      to[i] = ScalarFunctions.binary(function, p, leftValue, rightValue);
    }
  }
}
