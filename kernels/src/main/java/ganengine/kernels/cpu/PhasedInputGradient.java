package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * The input gradient as strideH x strideW convolutions of stride 1, one for each stride phase
 * (sub-pixel convolution, Shi et al. 2016): no zero is inserted or multiplied. gradX of a phase
 * [pixels, inC] = patches of gradY [pixels, taps * outC] * filter taps [taps * outC, inC].
 */
final class PhasedInputGradient {
  private final SplitProduct product;

  PhasedInputGradient(SplitProduct product) {
    this.product = product;
  }

  void run(Convolution size, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    for (int h = 0; h < size.strideH(); h++) {
      StridePhase rows =
          StridePhase.of(
              h, size.inH(), size.kernelH(), size.strideH(), size.padTop(), size.dilationH());
      for (int w = 0; w < size.strideW(); w++) {
        StridePhase columns =
            StridePhase.of(
                w, size.inW(), size.kernelW(), size.strideW(), size.padLeft(), size.dilationW());
        for (int g = 0; g < size.groups() && rows.count() * columns.count() > 0; g++) {
          phase(size, rows, columns, g, gradY, filter, gradX);
        }
      }
    }
  }

  private void phase(
      Convolution size,
      StridePhase rows,
      StridePhase columns,
      int group,
      CpuBuffer gradY,
      CpuBuffer filter,
      CpuBuffer gradX) {
    int groupIn = size.inC() / size.groups();
    int groupOut = size.outC() / size.groups();
    PatchMatrix patches =
        new PatchMatrix(
            gradY,
            size.outH(),
            size.outW(),
            size.outC(),
            group * groupOut,
            groupOut,
            rows.taps(),
            columns.taps(),
            rows.dilation(),
            columns.dilation(),
            new PatchMatrix.Grid(
                rows.count(), columns.count(), rows.origin(), columns.origin(), 1, 1));
    int filterStart = group * groupOut * size.kernelH() * size.kernelW() * groupIn;
    PhaseFilter taps =
        new PhaseFilter(
            filter, filterStart, groupOut, groupIn, size.kernelH(), size.kernelW(), rows, columns);
    product.run(
        size.batch() * rows.count() * columns.count(),
        groupIn,
        rows.taps() * columns.taps() * groupOut,
        patches,
        taps,
        pixels(size, rows, columns, gradX, group * groupIn));
  }

  /** The pixels of gradX that belong to a phase. */
  private static OutputRows pixels(
      Convolution size, StridePhase rows, StridePhase columns, CpuBuffer gradX, int channel) {
    return new OutputRows(
        gradX.reals,
        pixel -> {
          int w = pixel % columns.count() * size.strideW() + columns.first();
          int line = pixel / columns.count();
          int h = line % rows.count() * size.strideH() + rows.first();
          int n = line / rows.count();
          return gradX.offset + ((n * size.inH() + h) * size.inW() + w) * size.inC() + channel;
        });
  }
}
