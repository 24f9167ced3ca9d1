package ganengine.kernels.cpu;

/** Working memory of each thread, kept from call to call. */
final class SlotScratch {
  private final CpuThreads threads;
  private final float[][] arrays;

  SlotScratch(CpuThreads threads) {
    this.threads = threads;
    arrays = new float[threads.count()][0];
  }

  /** At least {@code size} floats for the calling thread, contents undefined. */
  float[] of(int size) {
    int slot = threads.slot();
    if (arrays[slot].length < size) {
      arrays[slot] = new float[size];
    }
    return arrays[slot];
  }
}
