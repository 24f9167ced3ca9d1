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
    threads.run(
        batch,
        n -> {
          int slot = threads.slot();
          float[] padded = scratch.transformed(slot, images.floats());
          float[] room = scratch.room(slot, BandProduct.roomFloats());
          images.copy(n, padded, PackScratch.START);
          for (BandProduct product : products) {
            product.run(
                padded,
                PackScratch.START,
                images.lineFloats(),
                to.reals,
                to.offset + n * imageFloats,
                room);
          }
        });
  }
}
