package ganengine.kernels.cpu;

/**
 * The product of all blocks of pixels of an image with a {@link BandFilter}: gives lines of
 * outputs.
 *
 * @param filter what to multiply with
 * @param rows an image's blocks
 */
record BandProduct(BandFilter filter, BandRows rows) {
  private static final int ROWS = NarrowLoops.BAND_ROWS;

  /** Which blocks there are: lines and blocks in a line, the first one's place, the distances. */
  record Grid(int lines, int firstLine, int lineStep, int blocks, int blockStep) {}

  /** Where their outputs go: lines of {@code lineFloats} floats, {@code blockFloats} a block. */
  record Target(int firstLine, int lineStep, int lineFloats, int blockFloats) {}

  static BandProduct of(BandFilter filter, PaddedImages images, Grid grid, Target target) {
    int count = grid.lines * grid.blocks;
    int padded = ProductPart.roundUp(count, ROWS);
    BandRows rows = new BandRows(padded);
    for (int i = 0; i < padded; i++) {
      int line = Math.min(i, count - 1) / grid.blocks;
      int block = Math.min(i, count - 1) % grid.blocks;
      rows.from[i] =
          PackScratch.START
              + (grid.firstLine + line * grid.lineStep) * images.lineFloats()
              + block * grid.blockStep;
      int column = block * target.blockFloats;
      rows.to[i] = (target.firstLine + line * target.lineStep) * target.lineFloats + column;
      rows.lengths[i] = i < count ? Math.min(target.blockFloats, target.lineFloats - column) : 0;
    }
    return new BandProduct(filter, rows);
  }

  /** Computes one image's outputs, from c[toAt] on, from the padded image at PackScratch.START. */
  void run(float[] padded, int lineFloats, float[] c, int toAt, float[] tile) {
    NarrowLoops loops = Loops.NARROW;
    for (int panel = 0; panel < filter.panels(); panel++) {
      for (int row = 0; row < rows.from.length; row += ROWS) {
        loops.band(
            filter.taps(),
            lineFloats,
            filter.depth(),
            padded,
            rows,
            row,
            filter.reals(),
            filter.panelAt(panel),
            panel * loops.lanes(),
            c,
            toAt,
            tile);
      }
    }
  }
}
