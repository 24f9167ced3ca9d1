package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ConvolutionKernels;
import java.util.Arrays;

/**
 * The three bilinear maps as the sum that {@link Convolution} writes out, taken product by product.
 */
final class ReferenceConvolution implements ConvolutionKernels {
  @Override
  public void forward(Convolution size, Buffer x, Buffer filter, Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] weights = ReferenceBuffer.reals(filter);
    double[] output = ReferenceBuffer.reals(y);
    Arrays.fill(output, 0);
    forEachTap(size, (inX, inFilter, inY) -> output[inY] += input[inX] * weights[inFilter]);
  }

  @Override
  public void inputGradient(Convolution size, Buffer gradY, Buffer filter, Buffer gradX) {
    double[] gradOutput = ReferenceBuffer.reals(gradY);
    double[] weights = ReferenceBuffer.reals(filter);
    double[] gradInput = ReferenceBuffer.reals(gradX);
    Arrays.fill(gradInput, 0);
    forEachTap(size, (inX, inFilter, inY) -> gradInput[inX] += gradOutput[inY] * weights[inFilter]);
  }

  @Override
  public void filterGradient(Convolution size, Buffer x, Buffer gradY, Buffer gradFilter) {
    double[] input = ReferenceBuffer.reals(x);
    double[] gradOutput = ReferenceBuffer.reals(gradY);
    double[] gradWeights = ReferenceBuffer.reals(gradFilter);
    Arrays.fill(gradWeights, 0);
    forEachTap(size, (inX, inFilter, inY) -> gradWeights[inFilter] += gradOutput[inY] * input[inX]);
  }

  /** One product of the convolution's sum, as flat indices into x, the filter and y. */
  private interface Tap {
    void at(int inX, int inFilter, int inY);
  }

  private static void forEachTap(Convolution size, Tap tap) {
    for (int n = 0; n < size.batch(); n++) {
      for (int oh = 0; oh < size.outH(); oh++) {
        for (int ow = 0; ow < size.outW(); ow++) {
          for (int kh = 0; kh < size.kernelH(); kh++) {
            for (int kw = 0; kw < size.kernelW(); kw++) {
              int ih = oh * size.strideH() - size.padTop() + kh * size.dilationH();
              int iw = ow * size.strideW() - size.padLeft() + kw * size.dilationW();
              if (ih >= 0 && ih < size.inH() && iw >= 0 && iw < size.inW()) {
                int pixelX = (n * size.inH() + ih) * size.inW() + iw;
                int pixelY = (n * size.outH() + oh) * size.outW() + ow;
                forEachChannelPair(size, pixelX, kh * size.kernelW() + kw, pixelY, tap);
              }
            }
          }
        }
      }
    }
  }

  private static void forEachChannelPair(
      Convolution size, int pixelX, int position, int pixelY, Tap tap) {
    int groupIn = size.inC() / size.groups();
    int groupOut = size.outC() / size.groups();
    int positions = size.kernelH() * size.kernelW();
    for (int oc = 0; oc < size.outC(); oc++) {
      int firstIn = oc / groupOut * groupIn;
      for (int ic = 0; ic < groupIn; ic++) {
        tap.at(
            pixelX * size.inC() + firstIn + ic,
            (oc * positions + position) * groupIn + ic,
            pixelY * size.outC() + oc);
      }
    }
  }
}
