package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.ImageBatch;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.StridedCopy;
import java.util.Arrays;

/** Moving elements about, in runs as long as the layouts allow. */
final class CpuLayout implements LayoutKernels {
  private final CpuThreads threads;

  CpuLayout(CpuThreads threads) {
    this.threads = threads;
  }

  /** How many rows of {@code width} make a piece of work. */
  private static int rowGrain(int width) {
    return Math.max(1, CpuPointwise.GRAIN / width);
  }

  @Override
  public void copy(StridedCopy size, Buffer from, Buffer to) {
    CpuBuffer source = CpuBuffer.of(from);
    CpuBuffer target = CpuBuffer.of(to);
    StridedRuns runs = new StridedRuns(size.sizes(), size.fromStrides(), size.toStrides());
    threads.ranges(
        runs.total(),
        CpuPointwise.GRAIN,
        (first, end) ->
            runs.copy(
                first,
                end,
                source.reals,
                source.offset + size.fromOffset(),
                target.reals,
                target.offset + size.toOffset()));
  }

  @Override
  public void cast(Buffer x, Buffer out) {
    CpuBuffer source = CpuBuffer.of(x);
    CpuBuffer target = CpuBuffer.of(out);
    System.arraycopy(source.reals, source.offset, target.reals, target.offset, source.size());
  }

  @Override
  public void gather(int width, Buffer x, Buffer indices, Buffer out) {
    CpuBuffer source = CpuBuffer.of(x);
    CpuBuffer target = CpuBuffer.of(out);
    long[] rows = CpuBuffer.of(indices).integers;
    threads.ranges(
        rows.length,
        rowGrain(width),
        (first, end) -> {
          for (int i = first; i < end; i++) {
            int from = source.offset + (int) rows[i] * width;
            System.arraycopy(source.reals, from, target.reals, target.offset + i * width, width);
          }
        });
  }

  @Override
  public void scatterAdd(int width, Buffer x, Buffer indices, Buffer out) {
    CpuBuffer source = CpuBuffer.of(x);
    CpuBuffer target = CpuBuffer.of(out);
    long[] rows = CpuBuffer.of(indices).integers;
    // Rows may meet, so each thread has a band of out to itself and looks through all of x; every
    // sum keeps its order.
    int height = target.size() / width;
    int bands = Math.max(1, Math.min(threads.count(), target.size() / CpuPointwise.GRAIN));
    threads.ranges(
        height,
        (height + bands - 1) / bands,
        (first, end) -> {
          int start = target.offset + first * width;
          Arrays.fill(target.reals, start, target.offset + end * width, 0);
          for (int i = 0; i < rows.length; i++) {
            if (first <= rows[i] && rows[i] < end) {
              add(width, source, i, target, (int) rows[i]);
            }
          }
        });
  }

  /** Adds row {@code from} of x to row {@code to} of out. */
  private static void add(int width, CpuBuffer x, int from, CpuBuffer out, int to) {
    int at = x.offset + from * width;
    int sum = out.offset + to * width;
    for (int j = 0; j < width; j++) {
      out.reals[sum + j] += x.reals[at + j];
    }
  }

  @Override
  public void oneHot(int classes, Buffer indices, Buffer out) {
    CpuBuffer target = CpuBuffer.of(out);
    long[] hot = CpuBuffer.of(indices).integers;
    Arrays.fill(target.reals, target.offset, target.offset + target.size(), 0);
    for (int i = 0; i < hot.length; i++) {
      target.reals[target.offset + i * classes + (int) hot[i]] = 1;
    }
  }

  @Override
  public void imageBatch(ImageBatch size, Buffer images, Buffer indices, Buffer out) {
    long[] which = CpuBuffer.of(indices).integers;
    PickedImages picked = new PickedImages(size, CpuBuffer.of(images).bytes, CpuBuffer.of(out));
    threads.ranges(
        which.length,
        rowGrain(size.imageSize()),
        (first, end) -> {
          for (int i = first; i < end; i++) {
            picked.write(i, which[i]);
          }
        });
  }

  @Override
  public void window(int count, Buffer from, Buffer counter, Buffer out) {
    long[] source = CpuBuffer.of(from).integers;
    int turn = (int) (CpuBuffer.of(counter).integers[0] % (source.length / count));
    System.arraycopy(source, turn * count, CpuBuffer.of(out).integers, 0, count);
  }

  @Override
  public void entry(Buffer table, Buffer counter, Buffer out) {
    CpuBuffer source = CpuBuffer.of(table);
    CpuBuffer target = CpuBuffer.of(out);
    long at = Math.min(CpuBuffer.of(counter).integers[0], source.size() - 1);
    target.reals[target.offset] = source.reals[source.offset + (int) at];
  }
}
