package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * The filter gradient of a layer next to the image, which has few input and many output channels:
 * sums of outer products of the numbers under a pixel's window and the vectors of that pixel of
 * gradY, both read where they lie, a line of gradY for all numbers of the window while the cache
 * holds it. Some images are a task with sums of its own, which are then added in order; the tasks
 * follow from the sizes alone.
 */
final class ImageFilterGradient {
  private static final int TAPS = NarrowLoops.IMAGE_TAPS;
  private static final int VECTORS = NarrowLoops.IMAGE_VECTORS;
  private static final int TASKS = 16;

  /** Pixels of a line from which it was measured to be faster than products by tiles. */
  private static final int SHORTEST_LINE = 8;

  private final CpuThreads threads;
  private final PackScratch scratch;

  ImageFilterGradient(CpuThreads threads, PackScratch scratch) {
    this.threads = threads;
    this.scratch = scratch;
  }

  static boolean suits(Convolution size) {
    return NarrowConvolution.image(size)
        && size.outC() % (VECTORS * Loops.NARROW.lanes()) == 0
        && size.outW() >= SHORTEST_LINE;
  }

  /** The numbers under a window, four of them a tile; the last tile may have some twice. */
  private static final class Tiling {
    private final int taps;
    private final int tiles;

    /** Floats of one number's sums in a tile. */
    private final int channels = VECTORS * Loops.NARROW.lanes();

    /** How many tiles the output channels take. */
    private final int blocks;

    /** Where each number lies, from the window's first on. */
    private final int[] offsets;

    Tiling(Convolution size, int lineFloats) {
      int run = size.kernelW() * size.inC();
      taps = size.kernelH() * run;
      tiles = ProductPart.ceilDivide(taps, TAPS);
      blocks = size.outC() / channels;
      offsets = new int[tiles * TAPS];
      for (int i = 0; i < offsets.length; i++) {
        int tap = Math.min(i, taps - 1);
        offsets[i] = tap / run * lineFloats + tap % run;
      }
    }

    int floats() {
      return blocks * tiles * TAPS * channels;
    }

    /** Where the sums of a tile start. */
    int at(int block, int tile) {
      return (block * tiles + tile) * TAPS * channels;
    }
  }

  void run(Convolution size, CpuBuffer x, CpuBuffer gradY, CpuBuffer gradFilter) {
    PaddedImages images =
        new PaddedImages(
            x,
            size.inH(),
            size.inW(),
            size.inC(),
            size.padTop(),
            size.padLeft(),
            (size.outH() - 1) * size.strideH() + size.kernelH(),
            (size.outW() - 1) * size.strideW() + size.kernelW());
    Tiling tiling = new Tiling(size, images.lineFloats());
    int perTask = ProductPart.ceilDivide(size.batch(), TASKS);
    int tasks = ProductPart.ceilDivide(size.batch(), perTask);
    float[] sums = scratch.results(threads.slot(), tasks * tiling.floats());
    threads.run(
        tasks,
        task -> {
          int at = PackScratch.START + task * tiling.floats();
          Arrays.fill(sums, at, at + tiling.floats(), 0);
          float[] padded = scratch.transformed(threads.slot(), images.floats());
          for (int n = task * perTask; n < Math.min(size.batch(), (task + 1) * perTask); n++) {
            images.copy(n, padded, PackScratch.START);
            addImage(size, tiling, gradY, n, padded, images.lineFloats(), sums, at);
          }
        });
    threads.run(tiling.blocks * tiling.tiles, tile -> add(tiling, tile, tasks, sums, gradFilter));
  }

  private static void addImage(
      Convolution size,
      Tiling tiling,
      CpuBuffer gradY,
      int n,
      float[] padded,
      int lineFloats,
      float[] sums,
      int at) {
    for (int h = 0; h < size.outH(); h++) {
      int line = gradY.offset + (n * size.outH() + h) * size.outW() * size.outC();
      int window = PackScratch.START + h * size.strideH() * lineFloats;
      for (int block = 0; block < tiling.blocks; block++) {
        for (int tile = 0; tile < tiling.tiles; tile++) {
          Loops.NARROW.imageFilterGradient(
              size.outW(),
              gradY.reals,
              line + block * tiling.channels,
              size.outC(),
              padded,
              window,
              tiling.offsets,
              tile * TAPS,
              size.strideW() * size.inC(),
              sums,
              at + tiling.at(block, tile));
        }
      }
    }
  }

  /** Adds the tasks' sums of one tile, in order, and writes them where they belong. */
  private static void add(Tiling tiling, int tile, int tasks, float[] sums, CpuBuffer gradFilter) {
    int first = PackScratch.START + tile * TAPS * tiling.channels;
    int length = TAPS * tiling.channels;
    for (int task = 1; task < tasks; task++) {
      int from = first + task * tiling.floats();
      for (int i = 0; i < length; i++) {
        sums[first + i] += sums[from + i];
      }
    }
    int tap = tile % tiling.tiles * TAPS;
    int channel = tile / tiling.tiles * tiling.channels;
    for (int t = tap; t < Math.min(tiling.taps, tap + TAPS); t++) {
      int from = first + (t - tap) * tiling.channels;
      for (int c = 0; c < tiling.channels; c++) {
        gradFilter.reals[gradFilter.offset + (channel + c) * tiling.taps + t] = sums[from + c];
      }
    }
  }
}
