package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.List;

/** A convolution of few output channels as a {@link BandProduct}. */
final class NarrowForward {
  private final BandProducts products;

  NarrowForward(BandProducts products) {
    this.products = products;
  }

  /** y, by blocks of so many pixels side by side that their channels fill a vector. */
  void run(Convolution size, CpuBuffer x, CpuBuffer filter, CpuBuffer y) {
    int lanes = Loops.NARROW.lanes();
    int block = Math.max(1, Math.min(size.outW(), lanes / size.outC()));
    int blocks = ProductPart.ceilDivide(size.outW(), block);
    PaddedImages images =
        new PaddedImages(
            x,
            size.inH(),
            size.inW(),
            size.inC(),
            size.padTop(),
            size.padLeft(),
            (size.outH() - 1) * size.strideH() + size.kernelH(),
            (blocks * block - 1) * size.strideW() + size.kernelW());
    int blockStep = block * size.strideW() * size.inC();
    BandProduct product =
        BandProduct.of(
            banded(size, block, filter),
            images,
            new BandProduct.Grid(size.outH(), 0, size.strideH(), blocks, blockStep),
            new BandProduct.Target(0, 1, size.outW() * size.outC(), block * size.outC()));
    products.run(
        size.batch(), images, List.of(product), y, size.outH() * size.outW() * size.outC());
  }

  /** Line kh, pixel i * strideW + kw of the windows gives to pixel i of the block. */
  private static BandFilter banded(Convolution size, int block, CpuBuffer filter) {
    int window = (block - 1) * size.strideW() + size.kernelW();
    int depth = window * size.inC();
    BandFilter band =
        new BandFilter(size.kernelH(), depth, block * size.outC(), Loops.NARROW.lanes());
    int at = filter.offset;
    for (int oc = 0; oc < size.outC(); oc++) {
      for (int kh = 0; kh < size.kernelH(); kh++) {
        for (int k = 0; k < size.kernelW() * size.inC(); k++, at++) {
          for (int i = 0; i < block; i++) {
            int p = i * size.strideW() * size.inC() + k;
            band.set(kh, p, i * size.outC() + oc, filter.reals[at]);
          }
        }
      }
    }
    return band;
  }
}
