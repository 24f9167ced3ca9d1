package ganengine.kernels.cpu;

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

  @Override
  public void packRows(int row, int rows, int k, int depth, float[] to, int at) {
    gather(row, rows, k, depth, to, at, MicroKernel.DEPTH);
  }

  @Override
  public void packColumns(
      int k, int depth, int column, int columns, float[] to, int at, int width) {
    gather(k, depth, column, columns, to, at, width);
  }

  /**
   * Copies columns of some patches, one run of floats that are contiguous in the activations after
   * another: a whole kernel row if nothing lies between its taps, else the channels of one tap.
   */
  private void gather(
      int pixel, int pixels, int column, int columns, float[] to, int at, int stride) {
    int runTaps = dilationW == 1 && depth == channels ? kernelW : 1;
    int runLength = runTaps * depth;
    int runsInRow = kernelW / runTaps;
    for (int k = column; k < column + columns; ) {
      int run = k / runLength;
      int from = k - run * runLength;
      int length = Math.min(runLength - from, column + columns - k);
      int offsetH = run / runsInRow * dilationH;
      int offsetW = run % runsInRow * dilationW;
      gatherRun(pixel, pixels, offsetH, offsetW, from, length, to, at + k - column, stride);
      k += length;
    }
  }

  /** Floats from .. from + length of the run that starts at tap offset (offsetH, offsetW). */
  private void gatherRun(
      int pixel,
      int pixels,
      int offsetH,
      int offsetW,
      int from,
      int length,
      float[] to,
      int at,
      int stride) {
    int w = pixel % grid.columns;
    int h = pixel / grid.columns % grid.rows;
    int n = pixel / grid.columns / grid.rows;
    for (int target = at; target < at + pixels * stride; target += stride) {
      int sourceH = grid.originH + h * grid.stepH + offsetH;
      int sourceW = grid.originW + w * grid.stepW + offsetW;
      // The run may begin left of the image or end right of it: keep its floats low .. high.
      int low = Math.max(from, -sourceW * depth);
      int high = Math.min(from + length, (width - sourceW) * depth);
      int source =
          activations.offset + ((n * height + sourceH) * width + sourceW) * channels + firstChannel;
      if (sourceH < 0 || sourceH >= height || low >= high) {
        Arrays.fill(to, target, target + length, 0);
      } else {
        Arrays.fill(to, target, target + low - from, 0);
        System.arraycopy(activations.reals, source + low, to, target + low - from, high - low);
        Arrays.fill(to, target + high - from, target + length, 0);
      }
      if (++w == grid.columns) {
        w = 0;
        if (++h == grid.rows) {
          h = 0;
          n++;
        }
      }
    }
  }
}
