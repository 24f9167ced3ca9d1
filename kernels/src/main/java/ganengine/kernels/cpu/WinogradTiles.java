package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;

/**
 * How a convolution whose filter is two strides wide is cut for Winograd's F(2x2, 2x2): y into
 * tiles of 2 x 2 pixels, numbered image by image and row by row, the last ones of an odd side half
 * outside; x and the filter into strideH x strideW phases, pixels or taps a stride apart. On a
 * phase the convolution has stride 1 and 2 x 2 taps, and a tile sees 3 x 3 pixels of it.
 */
record WinogradTiles(Convolution size) {
  /** Rows of tiles in an image. */
  int high() {
    return (size.outH() + 1) / 2;
  }

  /** Tiles in such a row. */
  int wide() {
    return (size.outW() + 1) / 2;
  }

  /** Tiles in an image. */
  int ofImage() {
    return high() * wide();
  }

  /** Tiles of the batch. */
  int count() {
    return size.batch() * ofImage();
  }

  /** Channels of x, phase by phase. */
  int phasedDepth() {
    return size.strideH() * size.strideW() * size.inC();
  }

  /** The row of y that a tile starts in. */
  int top(int tile) {
    return tile / wide() % high() * 2;
  }

  /** The column of y that a tile starts in. */
  int left(int tile) {
    return tile % wide() * 2;
  }

  /** Where the 2 x 2 taps of a phase start in a filter [kernelH, kernelW, inC]. */
  int tap(int phase) {
    int row = phase / size.strideW();
    return (row * size.kernelW() + phase % size.strideW()) * size.inC();
  }

  /** Floats of a filter from a phase's tap to the one below. */
  int tapRowStride() {
    return size.strideH() * size.kernelW() * size.inC();
  }

  /** Floats of a filter from a phase's tap to the one beside it. */
  int tapColumnStride() {
    return size.strideW() * size.inC();
  }

  /** The matrix [tiles, outC] of every tile's pixel (row, column) of y, 0 outside. */
  PatchMatrix pixels(CpuBuffer y, int row, int column) {
    PatchMatrix.Grid grid = new PatchMatrix.Grid(high(), wide(), row, column, 2, 2);
    return new PatchMatrix(
        y, size.outH(), size.outW(), size.outC(), 0, size.outC(), 1, 1, 1, 1, grid);
  }
}
