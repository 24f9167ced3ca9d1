package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.ArrayList;
import java.util.List;

/** The gradient of a convolution's input of few channels as {@link BandProduct}s. */
final class NarrowInputGradient {
  private final BandProducts products;

  NarrowInputGradient(BandProducts products) {
    this.products = products;
  }

  /**
   * gradX, line by line of a stride phase, by blocks of whole strides of pixels: those see the same
   * taps of windows at the same distance.
   */
  void run(Convolution size, CpuBuffer gradY, CpuBuffer filter, CpuBuffer gradX) {
    int steps = Math.max(1, Loops.NARROW.lanes() / (size.strideW() * size.inC()));
    int block = steps * size.strideW();
    int blocks = ProductPart.ceilDivide(size.inW(), block);
    // The first and last y whose window meets the first block.
    int first = -Math.floorDiv(size.kernelW() - 1 - size.padLeft(), size.strideW());
    int last = Math.floorDiv(block - 1 + size.padLeft(), size.strideW());
    int window = last - first + 1;
    List<StridePhase> phases = new ArrayList<>();
    int top = 0;
    int end = 0;
    for (int h = 0; h < size.strideH(); h++) {
      StridePhase phase =
          StridePhase.of(h, size.inH(), size.kernelH(), size.strideH(), size.padTop(), 1);
      if (phase.count() > 0) {
        phases.add(phase);
        top = Math.max(top, -phase.origin());
        end = Math.max(end, phase.origin() + phase.count() - 1 + phase.taps());
      }
    }
    PaddedImages images =
        new PaddedImages(
            gradY,
            size.outH(),
            size.outW(),
            size.outC(),
            top,
            -first,
            top + end,
            (blocks - 1) * steps + window);
    List<BandProduct> bands = new ArrayList<>();
    for (StridePhase phase : phases) {
      bands.add(
          BandProduct.of(
              banded(size, phase, block, first, window, filter),
              images,
              new BandProduct.Grid(
                  phase.count(), top + phase.origin(), 1, blocks, steps * size.outC()),
              new BandProduct.Target(
                  phase.first(), size.strideH(), size.inW() * size.inC(), block * size.inC())));
    }
    products.run(size.batch(), images, bands, gradX, size.inH() * size.inW() * size.inC());
  }

  /** y number {@code first + o} gives to pixel i of the block by tap i + padLeft - its window's. */
  private static BandFilter banded(
      Convolution size, StridePhase phase, int block, int first, int window, CpuBuffer filter) {
    BandFilter band =
        new BandFilter(
            phase.taps(), window * size.outC(), block * size.inC(), Loops.NARROW.lanes());
    for (int tap = 0; tap < phase.taps(); tap++) {
      for (int o = 0; o < window; o++) {
        for (int i = 0; i < block; i++) {
          int kw = i + size.padLeft() - (first + o) * size.strideW();
          if (kw < 0 || kw >= size.kernelW()) {
            continue;
          }
          for (int oc = 0; oc < size.outC(); oc++) {
            int kernelLine = oc * size.kernelH() + phase.tap(tap);
            int from = filter.offset + (kernelLine * size.kernelW() + kw) * size.inC();
            for (int ic = 0; ic < size.inC(); ic++) {
              band.set(tap, o * size.outC() + oc, i * size.inC() + ic, filter.reals[from + ic]);
            }
          }
        }
      }
    }
    return band;
  }
}
