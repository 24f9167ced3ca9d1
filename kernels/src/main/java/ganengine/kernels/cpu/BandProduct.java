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
    BandRows rows = BandRows.of(count);
    for (int i = 0; i < rows.count(); i++) {
      int line = Math.min(i, count - 1) / grid.blocks;
      int block = Math.min(i, count - 1) % grid.blocks;
      rows.from[i] =
          (grid.firstLine + line * grid.lineStep) * images.lineFloats() + block * grid.blockStep;
      int column = block * target.blockFloats;
      rows.to[i] = (target.firstLine + line * target.lineStep) * target.lineFloats + column;
      rows.lengths[i] = i < count ? Math.min(target.blockFloats, target.lineFloats - column) : 0;
    }
    return new BandProduct(filter, rows);
  }

  /** Floats of working memory for {@link #run}. */
  static int roomFloats() {
    return ROWS * NarrowLoops.BAND_VECTORS * Loops.NARROW.lanes();
  }

  /**
   * Computes one image's outputs.
   *
   * @param a the image, from {@code aAt} on, lines of {@code lineFloats} floats
   * @param c the outputs, from {@code cAt} on
   */
  void run(float[] a, int aAt, int lineFloats, float[] c, int cAt, float[] room) {
    int most = Loops.NARROW.bandVectors();
    for (int panel = 0; panel < filter.panels(); panel += most) {
      int vectors = Math.min(most, filter.panels() - panel);
      for (int row = 0; row < rows.count(); row += ROWS) {
        Loops.NARROW.band(vectors, filter, panel, a, aAt, lineFloats, rows, row, c, cAt, room);
      }
    }
  }
}
