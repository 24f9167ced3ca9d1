package ganengine.kernels.cpu;

import java.util.List;

/** Runs {@link BandProduct}s of the same images, an image at a time, which is a task. */
final class BandProducts {
  private final CpuThreads threads;
  private final PackScratch scratch;

  BandProducts(CpuThreads threads, PackScratch scratch) {
    this.threads = threads;
    this.scratch = scratch;
  }

  /** Writes {@code imageFloats} outputs of each image to {@code to}. */
  void run(
      int batch, PaddedImages images, List<BandProduct> products, CpuBuffer to, int imageFloats) {
    int tileFloats = NarrowLoops.BAND_ROWS * Loops.NARROW.lanes();
    threads.run(
        batch,
        n -> {
          int slot = threads.slot();
          float[] padded = scratch.transformed(slot, images.floats());
          float[] tile = scratch.room(slot, tileFloats);
          images.copy(n, padded, PackScratch.START);
          for (BandProduct product : products) {
            product.run(padded, images.lineFloats(), to.reals, to.offset + n * imageFloats, tile);
          }
        });
  }
}
