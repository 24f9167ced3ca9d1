package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * The filter gradient for few channels, as sums of outer products of a pixel of gradY and the
 * vectors of x under its window, both read where they lie. Some images are a task with sums of its
 * own, which are then added in order; the tasks follow from the sizes alone.
 */
final class NarrowFilterGradient {
  private static final int ROWS = NarrowLoops.FILTER_ROWS;
  private static final int VECTORS = NarrowLoops.FILTER_VECTORS;
  private static final int TASKS = 16;

  /** Floats of gradY that all tiles read while they lie in a first-level cache. */
  private static final int CACHED = 1 << 12;

  private final CpuThreads threads;
  private final PackScratch scratch;

  NarrowFilterGradient(CpuThreads threads, PackScratch scratch) {
    this.threads = threads;
    this.scratch = scratch;
  }

  /** The tiles of a filter's gradient. */
  private static final class Tiling {
    private final int lanes = Loops.NARROW.lanes();

    /** Floats of a line of the filter. */
    private final int run;

    /** Vectors that these make. */
    private final int lineVectors;

    private final int[] channels;
    private final int[] offsets;

    Tiling(Convolution size, int lineFloats) {
      run = size.kernelW() * size.inC();
      lineVectors = ProductPart.ceilDivide(run, lanes);
      int vectors = size.kernelH() * lineVectors;
      channels = new int[ProductPart.roundUp(size.outC(), ROWS)];
      for (int i = 0; i < channels.length; i++) {
        channels[i] = Math.min(i, size.outC() - 1);
      }
      offsets = new int[ProductPart.roundUp(vectors, VECTORS)];
      for (int i = 0; i < offsets.length; i++) {
        int vector = Math.min(i, vectors - 1);
        offsets[i] = vector / lineVectors * lineFloats + vector % lineVectors * lanes;
      }
    }

    int tileFloats() {
      return ROWS * VECTORS * lanes;
    }

    int floats() {
      return channels.length * offsets.length * lanes;
    }

    /** Where the tile of these channels and vectors starts among the sums. */
    int tileAt(int channel, int vector) {
      return (channel / ROWS * (offsets.length / VECTORS) + vector / VECTORS) * tileFloats();
    }

    /** Where the sum for float k of line kh of a channel's filter lies. */
    int at(int channel, int kh, int k) {
      int vector = kh * lineVectors + k / lanes;
      int place = channel % ROWS * VECTORS + vector % VECTORS;
      return tileAt(channel, vector) + place * lanes + k % lanes;
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
    add(size, tiling, tasks, sums, gradFilter);
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
    int line = size.outW() * size.outC();
    int some = Math.max(1, CACHED / line);
    for (int h = 0; h < size.outH(); h += some) {
      for (int channel = 0; channel < size.outC(); channel += ROWS) {
        for (int vector = 0; vector < tiling.offsets.length; vector += VECTORS) {
          Loops.NARROW.filterGradient(
              Math.min(some, size.outH() - h),
              size.outW(),
              gradY.reals,
              gradY.offset + (n * size.outH() + h) * line,
              line,
              size.outC(),
              tiling.channels,
              channel,
              padded,
              PackScratch.START + h * size.strideH() * lineFloats,
              size.strideH() * lineFloats,
              size.strideW() * size.inC(),
              tiling.offsets,
              vector,
              sums,
              at + tiling.tileAt(channel, vector));
        }
      }
    }
  }

  private static void add(
      Convolution size, Tiling tiling, int tasks, float[] sums, CpuBuffer gradFilter) {
    int to = gradFilter.offset;
    for (int oc = 0; oc < size.outC(); oc++) {
      for (int kh = 0; kh < size.kernelH(); kh++) {
        for (int k = 0; k < tiling.run; k++, to++) {
          int at = PackScratch.START + tiling.at(oc, kh, k);
          float sum = 0;
          for (int task = 0; task < tasks; task++) {
            sum += sums[at + task * tiling.floats()];
          }
          gradFilter.reals[to] = sum;
        }
      }
    }
  }
}
