package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * The input gradient for few input channels, where a phase's product would leave most columns of a
 * tile empty: all taps' contributions [outH * outW, kernelH * kernelW * inC] = gradY [outH * outW,
 * outC] * filter [outC, kernelH * kernelW * inC] of an image are computed in one product and then
 * added where they belong ("col2im"). An image is a task.
 */
final class ScatteredInputGradient {
  /** Input channels of a group up to which this is faster than phases. */
  private static final int FEW_CHANNELS = 8;

  private final CpuThreads threads;
  private final PackedProduct product;

  ScatteredInputGradient(CpuThreads threads, PackedProduct product) {
    this.threads = threads;
    this.product = product;
  }

  static boolean suits(Convolution size) {
    return size.inC() / size.groups() <= FEW_CHANNELS;
  }

  void run(Convolution size, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    int image = size.inH() * size.inW() * size.inC();
    threads.run(
        size.batch(),
        n -> {
          int start = gradX.offset + n * image;
          Arrays.fill(gradX.reals, start, start + image, 0);
          for (int g = 0; g < size.groups(); g++) {
            image(size, n, g, gradY, filter, gradX);
          }
        });
  }

  private void image(
      Convolution size, int n, int group, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    int pixels = size.outH() * size.outW();
    int groupIn = size.inC() / size.groups();
    int groupOut = size.outC() / size.groups();
    int columns = size.kernelH() * size.kernelW() * groupIn;
    PackScratch scratch = product.scratch();
    float[] taps = scratch.results(threads.slot(), pixels * columns);
    int source = n * pixels * size.outC() + group * groupOut;
    int weights = group * groupOut * columns;
    product.run(
        pixels,
        columns,
        groupOut,
        new DenseMatrix(gradY, source, size.outC(), false),
        new DenseMatrix(filter, weights, columns, false),
        OutputRows.dense(taps, scratch.start(), columns));
    int target = gradX.offset + n * size.inH() * size.inW() * size.inC() + group * groupIn;
    for (int pixel = 0; pixel < pixels; pixel++) {
      int top = pixel / size.outW() * size.strideH() - size.padTop();
      int left = pixel % size.outW() * size.strideW() - size.padLeft();
      scatter(size, taps, scratch.start() + pixel * columns, top, left, gradX.reals, target);
    }
  }

  /** Adds one patch [kernelH, kernelW, inC] of the group to the image. */
  private static void scatter(
      Convolution size, float[] taps, int from, int top, int left, float[] image, int target) {
    int groupIn = size.inC() / size.groups();
    boolean whole =
        size.dilationW() == 1
            && size.groups() == 1
            && left >= 0
            && left + size.kernelW() <= size.inW();
    int runTaps = whole ? size.kernelW() : 1;
    int at = from;
    for (int kh = 0; kh < size.kernelH(); kh++) {
      int h = top + kh * size.dilationH();
      for (int kw = 0; kw < size.kernelW(); kw += runTaps, at += runTaps * groupIn) {
        int w = left + kw * size.dilationW();
        if (h >= 0 && h < size.inH() && w >= 0 && w < size.inW()) {
          int to = target + (h * size.inW() + w) * size.inC();
          for (int c = 0; c < runTaps * groupIn; c++) {
            image[to + c] += taps[at + c];
          }
        }
      }
    }
  }
}
