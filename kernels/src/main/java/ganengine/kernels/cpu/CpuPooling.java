package ganengine.kernels.cpu;

import ganengine.kernels.Buffer;
import ganengine.kernels.Pooling;
import ganengine.kernels.PoolingKernels;
import java.util.Arrays;

/** Pooling: images are shared out to threads, and a window's taps are whole pixels. */
final class CpuPooling implements PoolingKernels {
  private static final CpuThreads.Range NOTHING = (from, to) -> {};

  private final CpuThreads threads;

  CpuPooling(CpuThreads threads) {
    this.threads = threads;
  }

  @Override
  public void max(Pooling size, Buffer x, Buffer y, Buffer indices) {
    CpuBuffer input = CpuBuffer.of(x);
    CpuBuffer output = CpuBuffer.of(y);
    long[] where = CpuBuffer.of(indices).integers;
    forEachTap(
        size,
        NOTHING,
        (fromX, toY, count, first) -> {
          for (int i = 0; i < count; i++) {
            float value = input.reals[input.offset + fromX + i];
            int at = output.offset + toY + i;
            if (first || Largest.beats(value, output.reals[at])) {
              output.reals[at] = value;
              where[toY + i] = (long) fromX + i;
            }
          }
        });
  }

  @Override
  public void average(Pooling size, Buffer x, Buffer y) {
    CpuBuffer input = CpuBuffer.of(x);
    CpuBuffer output = CpuBuffer.of(y);
    float share = 1f / (size.kernelH() * size.kernelW());
    forEachTap(
        size,
        NOTHING,
        (fromX, toY, count, first) -> {
          for (int i = 0; i < count; i++) {
            int at = output.offset + toY + i;
            float before = first ? 0 : output.reals[at];
            output.reals[at] = before + share * input.reals[input.offset + fromX + i];
          }
        });
  }

  @Override
  public void averageGradient(Pooling size, Buffer gradY, Buffer gradX) {
    CpuBuffer gradOutput = CpuBuffer.of(gradY);
    CpuBuffer gradInput = CpuBuffer.of(gradX);
    float share = 1f / (size.kernelH() * size.kernelW());
    int image = size.inH() * size.inW() * size.channels();
    forEachTap(
        size,
        (from, to) -> {
          int start = gradInput.offset + from * image;
          Arrays.fill(gradInput.reals, start, gradInput.offset + to * image, 0);
        },
        (fromX, toY, count, first) -> {
          for (int i = 0; i < count; i++) {
            gradInput.reals[gradInput.offset + fromX + i] +=
                share * gradOutput.reals[gradOutput.offset + toY + i];
          }
        });
  }

  /** A pixel of x within the window of a pixel of y. */
  private interface Tap {
    /**
     * Handles the {@code count} channels that start at these flat indices; {@code first} says that
     * no other tap of the window came before.
     */
    void run(int fromX, int toY, int count, boolean first);
  }

  /**
   * An image stays on one thread, so taps that meet in x never do so from two threads.
   *
   * @param before done for images from .. to - 1 before their taps
   */
  private void forEachTap(Pooling size, CpuThreads.Range before, Tap tap) {
    int work = size.outH() * size.outW() * size.kernelH() * size.kernelW() * size.channels();
    threads.ranges(
        size.batch(),
        Math.max(1, CpuPointwise.GRAIN / work),
        (from, to) -> {
          before.run(from, to);
          for (int row = from * size.outH(); row < to * size.outH(); row++) {
            for (int column = 0; column < size.outW(); column++) {
              window(size, row, column, tap);
            }
          }
        });
  }

  /** The taps of the window of output pixel [row, column], rows counted over the whole batch. */
  private static void window(Pooling size, int row, int column, Tap tap) {
    int image = row / size.outH();
    int top = row % size.outH() * size.strideH() - size.padTop();
    int left = column * size.strideW() - size.padLeft();
    int toY = (row * size.outW() + column) * size.channels();
    boolean first = true;
    for (int ih = Math.max(0, top); ih < Math.min(size.inH(), top + size.kernelH()); ih++) {
      for (int iw = Math.max(0, left); iw < Math.min(size.inW(), left + size.kernelW()); iw++) {
        int fromX = ((image * size.inH() + ih) * size.inW() + iw) * size.channels();
        tap.run(fromX, toY, size.channels(), first);
        first = false;
      }
    }
  }
}
