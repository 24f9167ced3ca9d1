package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.Arrays;
import java.util.List;

/**
 * The matrices [tiles, phases * channels] of transformed tiles at every point, packed straight from
 * NHWC activations. What hangs over the image's edge is copied first, with zeros outside.
 */
final class TileTransform {
  /** Floats of working memory that {@link #pack} needs for a channel at most. */
  private static final int PIXELS = 16;

  private final WinogradTiles tiles;
  private final CpuBuffer activations;
  private final Grid grid;
  private final List<Part> parts;
  private final int rowStride;
  private final int columnStride;

  /** Images whose pixels are looked at a stride apart. */
  private record Grid(int height, int width, int channels, int strideH, int strideW) {}

  /** What a tile sees of a phase: from two strides times its place plus (top, left) on. */
  private record Part(PlaneMap map, int top, int left) {}

  private TileTransform(WinogradTiles tiles, CpuBuffer activations, Grid grid, List<Part> parts) {
    this.tiles = tiles;
    this.activations = activations;
    this.grid = grid;
    this.parts = parts;
    rowStride = grid.strideH * grid.width * grid.channels;
    columnStride = grid.strideW * grid.channels;
  }

  /** Windows of x: [tiles, phases * inC]. */
  static TileTransform windows(WinogradTiles tiles, CpuBuffer x) {
    Convolution size = tiles.size();
    Grid grid = new Grid(size.inH(), size.inW(), size.inC(), size.strideH(), size.strideW());
    List<Part> parts = tiles.phases().stream().map(phase -> window(size, phase)).toList();
    return new TileTransform(tiles, x, grid, parts);
  }

  private static Part window(Convolution size, WinogradPhase phase) {
    return new Part(
        PlaneMap.window(phase), phase.row() - size.padTop(), phase.column() - size.padLeft());
  }

  /** Pixels of y: [tiles, outC]. */
  static TileTransform spreads(WinogradTiles tiles, CpuBuffer y) {
    Convolution size = tiles.size();
    Grid grid = new Grid(size.outH(), size.outW(), size.outC(), 1, 1);
    return new TileTransform(tiles, y, grid, List.of(new Part(PlaneMap.spread(tiles), 0, 0)));
  }

  /** Floats of working memory that {@link #pack} needs. */
  int room() {
    return PlaneMap.ROOM + PIXELS * grid.channels;
  }

  /**
   * Packs rows tile .. tile + count, columns column .. column + columns of every point's matrix.
   *
   * @param to point q's row i goes to {@code at + q * pointStride + i * stride}
   * @param room working memory
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
      float[] room) {
    for (int i = 0; i < count; i++) {
      for (int k = column; k < column + columns; ) {
        int channel = k % grid.channels;
        int length = Math.min(grid.channels - channel, column + columns - k);
        int target = at + i * stride + k - column;
        Part part = parts.get(k / grid.channels);
        transform(tile + i, part, channel, length, to, target, pointStride, room);
        k += length;
      }
    }
  }

  private void transform(
      int tile,
      Part part,
      int channel,
      int length,
      float[] to,
      int target,
      int pointStride,
      float[] room) {
    int rows = part.map.rows().in();
    int columns = part.map.columns().in();
    int top = tiles.top(tile) * grid.strideH + part.top;
    int left = tiles.left(tile) * grid.strideW + part.left;
    int line = tile / tiles.ofImage() * grid.height + top;
    int corner = activations.offset + (line * grid.width + left) * grid.channels + channel;
    boolean inside =
        top >= 0
            && left >= 0
            && top + (rows - 1) * grid.strideH < grid.height
            && left + (columns - 1) * grid.strideW < grid.width;
    float[] from = activations.reals;
    int at = corner;
    int rowStep = rowStride;
    int columnStep = columnStride;
    if (!inside) {
      from = room;
      at = PackScratch.START + PlaneMap.ROOM;
      rowStep = columns * length;
      columnStep = length;
      copyClipped(rows, columns, top, left, corner, length, room, at);
    }
    int pointRow = tiles.pointsW() * pointStride;
    part.map.apply(from, at, rowStep, columnStep, to, target, pointRow, pointStride, room, length);
  }

  private void copyClipped(
      int rows, int columns, int top, int left, int corner, int length, float[] to, int at) {
    for (int i = 0; i < rows; i++) {
      int h = top + i * grid.strideH;
      for (int j = 0; j < columns; j++) {
        int w = left + j * grid.strideW;
        int pixel = at + (i * columns + j) * length;
        if (h >= 0 && h < grid.height && w >= 0 && w < grid.width) {
          int from = corner + i * rowStride + j * columnStride;
          System.arraycopy(activations.reals, from, to, pixel, length);
        } else {
          Arrays.fill(to, pixel, pixel + length, 0);
        }
      }
    }
  }
}
