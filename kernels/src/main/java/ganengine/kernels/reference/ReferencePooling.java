package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.Pooling;
import ganengine.kernels.PoolingKernels;
import java.util.Arrays;

/** Pooling, window by window. */
final class ReferencePooling implements PoolingKernels {
  @Override
  public void max(Pooling size, Buffer x, Buffer y, Buffer indices) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    long[] where = ReferenceBuffer.integers(indices);
    Arrays.fill(where, -1);
    forEachTap(
        size,
        (inX, inY) -> {
          if (where[inY] < 0 || Largest.beats(input[inX], output[inY])) {
            output[inY] = input[inX];
            where[inY] = inX;
          }
        });
  }

  @Override
  public void average(Pooling size, Buffer x, Buffer y) {
    double[] input = ReferenceBuffer.reals(x);
    double[] output = ReferenceBuffer.reals(y);
    double area = size.kernelH() * size.kernelW();
    Arrays.fill(output, 0);
    forEachTap(size, (inX, inY) -> output[inY] += input[inX] / area);
  }

  @Override
  public void averageGradient(Pooling size, Buffer gradY, Buffer gradX) {
    double[] gradOutput = ReferenceBuffer.reals(gradY);
    double[] gradInput = ReferenceBuffer.reals(gradX);
    double area = size.kernelH() * size.kernelW();
    Arrays.fill(gradInput, 0);
    forEachTap(size, (inX, inY) -> gradInput[inX] += gradOutput[inY] / area);
  }

  /** An element of x within the window of an element of y, as flat indices. */
  private interface Tap {
    void at(int inX, int inY);
  }

  private static void forEachTap(Pooling size, Tap tap) {
    for (int n = 0; n < size.batch(); n++) {
      for (int oh = 0; oh < size.outH(); oh++) {
        for (int ow = 0; ow < size.outW(); ow++) {
          for (int kh = 0; kh < size.kernelH(); kh++) {
            for (int kw = 0; kw < size.kernelW(); kw++) {
              int ih = oh * size.strideH() - size.padTop() + kh;
              int iw = ow * size.strideW() - size.padLeft() + kw;
              if (ih >= 0 && ih < size.inH() && iw >= 0 && iw < size.inW()) {
                int pixelX = (n * size.inH() + ih) * size.inW() + iw;
                int pixelY = (n * size.outH() + oh) * size.outW() + ow;
                for (int c = 0; c < size.channels(); c++) {
                  tap.at(pixelX * size.channels() + c, pixelY * size.channels() + c);
                }
              }
            }
          }
        }
      }
    }
  }
}
