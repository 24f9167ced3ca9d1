package ganengine.kernels.cuda;

/**
 * How a grid of blocks stands on a matrix [rows, columns] whose rows are reduced: a warp or a block
 * to each row, as rows.cuh's RowWalk.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param groupThreads threads to a row
 * @param blocks in the grid
 */
record RowGroups(int rows, int columns, int groupThreads, int blocks) {
  private static final int THREADS = 256;
  private static final int WARP = 32;

  /** Up to this many columns a row is a warp's. */
  private static final int NARROW = 512;

  private static final int BLOCKS_A_MULTIPROCESSOR = 8;

  static RowGroups of(int rows, int columns, int multiprocessors) {
    int groupThreads = columns <= NARROW ? WARP : THREADS;
    int groups = THREADS / groupThreads;
    int useful = (rows + groups - 1) / groups;
    return new RowGroups(
        rows, columns, groupThreads, Math.min(useful, BLOCKS_A_MULTIPROCESSOR * multiprocessors));
  }

  /** Starts a launch with its first three arguments. */
  Launch launch(Kernel kernel) {
    return kernel.grid(blocks, THREADS).integer(rows).integer(columns).integer(groupThreads);
  }
}
