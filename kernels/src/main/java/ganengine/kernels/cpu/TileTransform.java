package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;

/**
 * The nine matrices [tiles, phases * channels] of transformed tiles, packed straight from NHWC
 * activations. What hangs over the image's edge is copied first, with zeros outside.
 */
final class TileTransform {
  private static final int WINDOW = 3;
  private static final int SPREAD = 2;

  private final WinogradTiles tiles;
  private final CpuBuffer activations;
  private final Grid grid;
  private final int rowStride;
  private final int columnStride;

  /**
   * Where a tile finds its {@code side x side} pixels: a stride apart, from two strides times its
   * place plus the phase minus the padding on.
   */
  private record Grid(
      int side,
      int height,
      int width,
      int channels,
      int strideH,
      int strideW,
      int padTop,
      int padLeft) {}

  private TileTransform(WinogradTiles tiles, CpuBuffer activations, Grid grid) {
    this.tiles = tiles;
    this.activations = activations;
    this.grid = grid;
    rowStride = grid.strideH * grid.width * grid.channels;
    columnStride = grid.strideW * grid.channels;
  }

  /** Windows of x: [tiles, phases * inC]. */
  static TileTransform windows(WinogradTiles tiles, CpuBuffer x) {
    Convolution size = tiles.size();
    return new TileTransform(
        tiles,
        x,
        new Grid(
            WINDOW,
            size.inH(),
            size.inW(),
            size.inC(),
            size.strideH(),
            size.strideW(),
            size.padTop(),
            size.padLeft()));
  }

  /** Pixels of y: [tiles, outC]. */
  static TileTransform spreads(WinogradTiles tiles, CpuBuffer y) {
    Convolution size = tiles.size();
    return new TileTransform(
        tiles, y, new Grid(SPREAD, size.outH(), size.outW(), size.outC(), 1, 1, 0, 0));
  }

  /** Floats of working memory that {@link #pack} needs. */
  int room() {
    return grid.side * grid.side * grid.channels;
  }

  /**
   * Packs rows tile .. tile + count, columns column .. column + columns of every point's matrix.
   *
   * @param to point q's row i goes to {@code at + q * pointStride + i * stride}
   * @param roomAt where {@code to} has {@link #room}
   */
  void pack(
      int tile,
      int count,
      int column,
      int columns,
      float[] to,
      int at,
      int stride,
      int pointStride,
      int roomAt) {
    for (int i = 0; i < count; i++) {
      for (int k = column; k < column + columns; ) {
        int channel = k % grid.channels;
        int length = Math.min(grid.channels - channel, column + columns - k);
        int target = at + i * stride + k - column;
        transform(tile + i, k / grid.channels, channel, length, to, target, pointStride, roomAt);
        k += length;
      }
    }
  }

  private void transform(
      int tile,
      int phase,
      int channel,
      int length,
      float[] to,
      int target,
      int pointStride,
      int roomAt) {
    int top = tiles.top(tile) * grid.strideH + phase / grid.strideW - grid.padTop;
    int left = tiles.left(tile) * grid.strideW + phase % grid.strideW - grid.padLeft;
    int line = tile / tiles.ofImage() * grid.height + top;
    int corner = activations.offset + (line * grid.width + left) * grid.channels + channel;
    boolean inside =
        top >= 0
            && left >= 0
            && top + (grid.side - 1) * grid.strideH < grid.height
            && left + (grid.side - 1) * grid.strideW < grid.width;
    if (inside) {
      transform(
          activations.reals, corner, rowStride, columnStride, to, target, pointStride, length);
    } else {
      copyClipped(top, left, corner, length, to, roomAt);
      transform(to, roomAt, grid.side * length, length, to, target, pointStride, length);
    }
  }

  private void transform(
      float[] x,
      int atX,
      int rowStep,
      int columnStep,
      float[] points,
      int at,
      int pointStride,
      int count) {
    if (grid.side == WINDOW) {
      Loops.WINOGRAD.window(x, atX, rowStep, columnStep, points, at, pointStride, count);
    } else {
      Loops.WINOGRAD.spread(x, atX, rowStep, columnStep, points, at, pointStride, count);
    }
  }

  private void copyClipped(int top, int left, int corner, int length, float[] room, int roomAt) {
    for (int i = 0; i < grid.side; i++) {
      int h = top + i * grid.strideH;
      for (int j = 0; j < grid.side; j++) {
        int w = left + j * grid.strideW;
        int pixel = roomAt + (i * grid.side + j) * length;
        if (h >= 0 && h < grid.height && w >= 0 && w < grid.width) {
          int from = corner + i * rowStride + j * columnStride;
          System.arraycopy(activations.reals, from, room, pixel, length);
        } else {
          Arrays.fill(room, pixel, pixel + length, 0);
        }
      }
    }
  }
}
