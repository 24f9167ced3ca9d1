package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * The input gradient for few input channels, where a phase's product would leave most columns of a
 * tile empty: all taps' contributions [outH * outW, kernelH * kernelW * inC] = gradY [outH * outW,
 * outC] * filter [outC, kernelH * kernelW * inC] of an image are computed in one product and then
 * added up where they overlap ("col2im"), line by line. An image is a task.
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
    return size.inC() <= FEW_CHANNELS && size.groups() == 1 && PatchLines.suits(size);
  }

  /** gradX from gradY and the filter as a matrix [outC, kernelH * kernelW * inC]. */
  void run(Convolution size, CpuBuffer gradY, ColumnOperand filter, CpuBuffer gradX) {
    int pixels = size.outH() * size.outW();
    int line = size.inW() * size.inC();
    PatchLines lines = new PatchLines(size);
    PackScratch scratch = product.scratch();
    threads.run(
        size.batch(),
        n -> {
          float[] patches = scratch.results(threads.slot(), lines.patchFloats());
          float[] room = scratch.room(threads.slot(), lines.roomFloats());
          lines.clearEdges(patches);
          product.run(
              pixels,
              lines.columns(),
              size.outC(),
              new DenseMatrix(gradY, n * pixels * size.outC(), size.outC(), false),
              filter,
              new OutputRows(patches, lines::patchAt));
          for (int h = 0; h < size.inH(); h++) {
            int to = gradX.offset + (n * size.inH() + h) * line;
            lines.sum(h, patches, room, gradX.reals, to);
          }
        });
  }
}
