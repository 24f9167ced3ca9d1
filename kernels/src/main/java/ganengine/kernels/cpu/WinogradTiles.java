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
}
