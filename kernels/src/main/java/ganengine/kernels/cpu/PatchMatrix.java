package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * The matrix [pixels, kernelH * kernelW * depth] of the patches that a convolution sees, read
 * straight from NHWC activations: row (n, h, w) holds, for every tap and then every channel, the
 * activation at (originH + h * stepH + tapH * dilationH, originW + w * stepW + tapW * dilationW), 0
 * outside. It never exists in memory; packing copies the pieces asked for.
 *
 * @param activations [.., height, width, channels]
 * @param channels floats from a pixel to the next
 * @param firstChannel first channel of the group
 * @param depth channels of the group
 * @param grid the positions of patches
 */
record PatchMatrix(
    CpuBuffer activations,
    int height,
    int width,
    int channels,
    int firstChannel,
    int depth,
    int kernelH,
    int kernelW,
    int dilationH,
    int dilationW,
    Grid grid)
    implements RowOperand, ColumnOperand {

  /** Patches of one image: rows x columns of them, and where tap (0, 0) of patch (h, w) lies. */
  record Grid(int rows, int columns, int originH, int originW, int stepH, int stepW) {}

  /** What group {@code group} of a convolution sees of x: [batch * outH * outW, taps * inC]. */
  static PatchMatrix of(Convolution size, CpuBuffer x, int group) {
    int groupIn = size.inC() / size.groups();
    return new PatchMatrix(
        x,
        size.inH(),
        size.inW(),
        size.inC(),
        group * groupIn,
        groupIn,
        size.kernelH(),
        size.kernelW(),
        size.dilationH(),
        size.dilationW(),
        new Grid(
            size.outH(),
            size.outW(),
            -size.padTop(),
            -size.padLeft(),
            size.strideH(),
            size.strideW()));
  }

  @Override
  public void packRows(int row, int rows, int k, int depth, float[] to, int at) {
    gather(row, rows, k, depth, to, at, MicroKernel.DEPTH);
  }

  @Override
  public void packColumns(
      int k, int depth, int column, int columns, float[] to, int at, int width) {
    gather(k, depth, column, columns, to, at, width);
  }

  /** Copies columns of some patches, one run of taps after another. */
  private void gather(
      int pixel, int pixels, int column, int columns, float[] to, int at, int stride) {
    int runTaps = runTaps();
    int runLength = runTaps * depth;
    int runsInRow = kernelW / runTaps;
    for (int k = column; k < column + columns; ) {
      int run = k / runLength;
      int from = k - run * runLength;
      int length = Math.min(runLength - from, column + columns - k);
      int tapH = run / runsInRow;
      int tapW = run % runsInRow * runTaps;
      gatherRun(pixel, pixels, tapH, tapW, from, length, to, at + k - column, stride);
      k += length;
    }
  }

  /** Floats from .. from + length of the run of taps that starts at tap (tapH, tapW). */
  private void gatherRun(
      int pixel,
      int pixels,
      int tapH,
      int tapW,
      int from,
      int length,
      float[] to,
      int at,
      int stride) {
    int runTaps = runTaps();
    int offsetW = grid.originW + tapW * dilationW;
    int inside = ceilDivide(-offsetW, grid.stepW);
    int beyond = ceilDivide(width - runTaps + 1 - offsetW, grid.stepW);
    int target = at;
    int end = pixel + pixels;
    for (int line = pixel / grid.columns; line * grid.columns < end; line++) {
      int w = Math.max(0, pixel - line * grid.columns);
      int lineEnd = Math.min(grid.columns, end - line * grid.columns);
      int h = grid.originH + line % grid.rows * grid.stepH + tapH * dilationH;
      if (h < 0 || h >= height) {
        for (; w < lineEnd; w++, target += stride) {
          Arrays.fill(to, target, target + length, 0);
        }
        continue;
      }
      int source = activations.offset + (line / grid.rows * height + h) * width * channels;
      for (; w < Math.min(inside, lineEnd); w++, target += stride) {
        clipped(source, offsetW + w * grid.stepW, from, length, to, target);
      }
      int whole = Math.min(beyond, lineEnd) - w;
      if (whole > 0) {
        int first = source + (offsetW + w * grid.stepW) * channels + firstChannel + from;
        PanelCopy.copy(
            activations.reals, first, grid.stepW * channels, to, target, stride, whole, length);
        w += whole;
        target += whole * stride;
      }
      for (; w < lineEnd; w++, target += stride) {
        clipped(source, offsetW + w * grid.stepW, from, length, to, target);
      }
    }
  }

  /** A run that may begin left of the image or end right of it. */
  private void clipped(int line, int w, int from, int length, float[] to, int target) {
    int low = Math.max(from, -w * depth);
    int high = Math.min(from + length, (width - w) * depth);
    if (low >= high) {
      Arrays.fill(to, target, target + length, 0);
      return;
    }
    Arrays.fill(to, target, target + low - from, 0);
    int source = line + w * channels + firstChannel;
    System.arraycopy(activations.reals, source + low, to, target + low - from, high - low);
    Arrays.fill(to, target + high - from, target + length, 0);
  }

  /** Taps that lie side by side in memory: a kernel row if nothing is between them, else one. */
  private int runTaps() {
    return dilationW == 1 && depth == channels ? kernelW : 1;
  }

  private static int ceilDivide(int a, int b) {
    return -Math.floorDiv(-a, b);
  }
}
