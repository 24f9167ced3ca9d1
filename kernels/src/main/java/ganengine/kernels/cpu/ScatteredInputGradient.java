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
  /** Input channels up to which this is faster than phases. */
  private static final int FEW_CHANNELS = 8;

  private final CpuThreads threads;
  private final PackedProduct product;

  ScatteredInputGradient(CpuThreads threads, PackedProduct product) {
    this.threads = threads;
    this.product = product;
  }

  static boolean suits(Convolution size) {
    return size.inC() <= FEW_CHANNELS && size.groups() == 1;
  }

  /** gradX from gradY and the filter as a matrix [outC, kernelH * kernelW * inC]. */
  void run(Convolution size, CpuBuffer gradY, ColumnOperand filter, CpuBuffer gradX) {
    int pixels = size.outH() * size.outW();
    int columns = size.kernelH() * size.kernelW() * size.inC();
    int image = size.inH() * size.inW() * size.inC();
    PackScratch scratch = product.scratch();
    threads.run(
        size.batch(),
        n -> {
          float[] taps = scratch.results(threads.slot(), pixels * columns);
          product.run(
              pixels,
              columns,
              size.outC(),
              new DenseMatrix(gradY, n * pixels * size.outC(), size.outC(), false),
              filter,
              OutputRows.dense(taps, PackScratch.START, columns));
          int target = gradX.offset + n * image;
          Arrays.fill(gradX.reals, target, target + image, 0);
          for (int pixel = 0; pixel < pixels; pixel++) {
            scatter(size, pixel, taps, PackScratch.START + pixel * columns, gradX.reals, target);
          }
        });
  }

  /** Adds the patch [kernelH, kernelW, inC] of one pixel of y to the image. */
  private static void scatter(
      Convolution size, int pixel, float[] taps, int from, float[] image, int target) {
    int top = pixel / size.outW() * size.strideH() - size.padTop();
    int left = pixel % size.outW() * size.strideW() - size.padLeft();
    boolean rowAtOnce = size.dilationW() == 1 && left >= 0 && left + size.kernelW() <= size.inW();
    int runTaps = rowAtOnce ? size.kernelW() : 1;
    int length = runTaps * size.inC();
    int at = from;
    for (int kh = 0; kh < size.kernelH(); kh++) {
      int h = top + kh * size.dilationH();
      for (int kw = 0; kw < size.kernelW(); kw += runTaps, at += length) {
        int w = left + kw * size.dilationW();
        if (h >= 0 && h < size.inH() && w >= 0 && w < size.inW()) {
          int to = target + (h * size.inW() + w) * size.inC();
          for (int c = 0; c < length; c++) {
            image[to + c] += taps[at + c];
          }
        }
      }
    }
  }
}
