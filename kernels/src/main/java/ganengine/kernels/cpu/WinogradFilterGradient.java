package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * The filter gradient: at every point a product [outC, tiles] [tiles, phases * inC], folded to the
 * filter's taps. They are summed one depth of tiles at a time: gradY's tiles are packed for all to
 * read, then each task transforms some columns of x's windows and multiplies them.
 */
final class WinogradFilterGradient {
  private static final int DEPTH = MicroKernel.DEPTH;
  private static final int START = PackScratch.START;

  /** Most points of all columns of a task: 1152 KiB. */
  private static final int POINTS = 1152;

  /** Columns that are whole panels. */
  private static final int PANELS = 32;

  /** Rows of a product multiplied at a time: 192 KiB. */
  private static final int ROWS = 192;

  /** Channels of gradY that a task turns: whole cache lines. */
  private static final int TURNED = 32;

  private final CpuThreads threads;
  private final MicroKernel kernel;
  private final PackScratch scratch;

  WinogradFilterGradient(CpuThreads threads, MicroKernel kernel, PackScratch scratch) {
    this.threads = threads;
    this.kernel = kernel;
    this.scratch = scratch;
  }

  void run(Convolution size, CpuBuffer x, CpuBuffer gradY, CpuBuffer gradFilter) {
    Pass pass = new Pass(new WinogradTiles(size), x, gradY);
    for (int tile = 0; tile < pass.tiles.count(); tile += DEPTH) {
      int first = tile;
      int turns = ProductPart.ceilDivide(size.outC(), TURNED);
      threads.run(turns, task -> pass.turn(first, task * TURNED));
      int shares = ProductPart.ceilDivide(pass.columns, pass.share);
      threads.run(shares, task -> pass.multiply(first, task * pass.share));
    }
    threads.run(size.outC(), row -> pass.fold(row, gradFilter));
  }

  /** One call: its operands, and what its threads share. */
  private final class Pass {
    private final WinogradTiles tiles;
    private final CpuBuffer gradY;
    private final TileTransform windows;
    private final int outC;
    private final int columns;
    private final int points;

    /** Columns of a task. */
    private final int share;

    /** [points, outC, DEPTH] of gradY, then [points, outC, columns], the sums. */
    private final float[] shared;

    private final int turnedStride;
    private final int sumsAt;

    Pass(WinogradTiles tiles, CpuBuffer x, CpuBuffer gradY) {
      this.tiles = tiles;
      this.gradY = gradY;
      windows = TileTransform.windows(tiles, x);
      outC = tiles.size().outC();
      columns = tiles.phasedDepth();
      points = tiles.points();
      int most = POINTS / points / PANELS * PANELS;
      share = ProductPart.share(columns, threads.count(), kernel.columns(), most);
      turnedStride = ProductPart.roundUp(outC, kernel.rows()) * DEPTH;
      int turned = points * turnedStride;
      shared = scratch.shared(threads.slot(), turned + points * outC * columns);
      sumsAt = START + turned;
    }

    private int depth(int tile) {
      return Math.min(DEPTH, tiles.count() - tile);
    }

    /** Turns some channels of gradY's tiles to [4, channels, tiles] and spreads them. */
    void turn(int tile, int row) {
      int rows = Math.min(TURNED, outC - row);
      int pixel = TURNED * DEPTH;
      float[] room = scratch.transformed(threads.slot(), 5 * pixel);
      int straight = START + 4 * pixel;
      for (int i = 0; i < 4; i++) {
        PatchMatrix pixels = tiles.pixels(gradY, i / 2, i % 2);
        pixels.packColumns(tile, depth(tile), row, rows, room, straight, TURNED);
        int to = START + i * pixel;
        PanelCopy.transpose(room, straight, TURNED, room, to, DEPTH, depth(tile), rows);
      }
      PlaneMap.spread(tiles)
          .apply(
              room,
              START,
              2 * pixel,
              pixel,
              shared,
              START + row * DEPTH,
              tiles.pointsW() * turnedStride,
              turnedStride,
              scratch.room(threads.slot(), PlaneMap.ROOM),
              rows * DEPTH);
    }

    /** Adds some columns of the product over one depth of tiles. */
    void multiply(int tile, int column) {
      int some = Math.min(share, columns - column);
      float[] packed = pack(tile, column, some);
      int slot = threads.slot();
      int[] places = scratch.places(slot);
      Tiles products = scratch.tiles(slot);
      for (int point = 0; point < points; point++) {
        int from = Math.max(column, tiles.firstChannel(point));
        int to = Math.min(column + some, tiles.endChannel(point));
        int b = START + (point * share + from - column) * DEPTH;
        for (int row = 0; row < outC && from < to; row += ROWS) {
          int rows = Math.min(ROWS, outC - row);
          for (int i = 0; i < rows; i++) {
            places[i] = sumsAt + (point * outC + row + i) * columns;
          }
          int a = START + point * turnedStride + row * DEPTH;
          boolean first = tile == 0;
          products.multiplyAdd(
              depth(tile), shared, a, rows, packed, b, from, to - from, first, shared, places);
        }
      }
    }

    /** Column panels of x's transformed windows, {@code share} columns a point. */
    private float[] pack(int tile, int column, int some) {
      int width = kernel.columns();
      int pointStride = share * DEPTH;
      float[] packed = scratch.transformed(threads.slot(), points * pointStride);
      float[] room = scratch.room(threads.slot(), windows.room());
      for (int j = 0; j < some; j += width) {
        int wide = Math.min(width, some - j);
        int at = START + j * DEPTH;
        windows.pack(tile, depth(tile), column + j, wide, packed, at, width, pointStride, room);
      }
      return packed;
    }

    /** Folds the sums of one output channel and writes all its taps. */
    void fold(int row, CpuBuffer gradFilter) {
      Convolution size = tiles.size();
      int filter = gradFilter.offset + row * size.kernelH() * size.kernelW() * size.inC();
      float[] room = scratch.room(threads.slot(), PlaneMap.ROOM);
      for (int i = 0; i < tiles.phases().size(); i++) {
        WinogradPhase phase = tiles.phases().get(i);
        PlaneMap.tapGradients(phase)
            .apply(
                shared,
                sumsAt + row * columns + i * size.inC(),
                tiles.pointsW() * outC * columns,
                outC * columns,
                gradFilter.reals,
                filter + tiles.tap(phase),
                tiles.tapRowStride(),
                tiles.tapColumnStride(),
                room,
                size.inC());
      }
    }
  }
}
