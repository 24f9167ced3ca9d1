package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;

/**
 * Arrays of any lengths that one launch goes through, a chunk a block; where they lie goes with the
 * launch by value, as chunks.cuh's ChunkedArrays. A run is up to four arrays of the same length in
 * parallel: a parameter, its gradient, its moments.
 */
final class ParallelArrays {
  private static final int CHUNK = 4096;
  private static final int MOST_ARRAYS = 80;
  private static final int MOST_PARALLEL = 4;
  private static final int FIRST_BLOCK = 1;
  private static final int LENGTH = FIRST_BLOCK + MOST_ARRAYS;
  private static final int ADDRESS = LENGTH + 2 * MOST_ARRAYS;
  private static final int SIZE = ADDRESS + MOST_PARALLEL * 2 * MOST_ARRAYS;

  private final Buffer[][] runs;

  /** {@code runs[a][i]} is array a of run i; all arrays of a run are of one length. */
  ParallelArrays(Buffer[]... runs) {
    this.runs = runs;
  }

  /** One launch of those that it takes for all runs. */
  @FunctionalInterface
  interface Part {
    /**
     * Launches a kernel for this part.
     *
     * @param arrays the kernel's ChunkedArrays
     * @param blocks its blocks
     * @param blocksBefore those of the parts before
     */
    void launch(int[] arrays, int blocks, int blocksBefore);
  }

  /** Blocks of all parts together. */
  int blocks() {
    int blocks = 0;
    for (Buffer array : runs[0]) {
      blocks += blocks(array);
    }
    return blocks;
  }

  private static int blocks(Buffer array) {
    return Math.toIntExact((array.length() + CHUNK - 1) / CHUNK);
  }

  /** Calls {@code part} for each launch: one if there are not more than 80 runs. */
  void each(Part part) {
    int blocksBefore = 0;
    for (int from = 0; from < runs[0].length; from += MOST_ARRAYS) {
      int[] arrays = new int[SIZE];
      int blocks = write(from, Math.min(runs[0].length - from, MOST_ARRAYS), arrays);
      part.launch(arrays, blocks, blocksBefore);
      blocksBefore += blocks;
    }
  }

  /** Describes runs [from, from + count); returns their blocks. */
  private int write(int from, int count, int[] arrays) {
    arrays[0] = count;
    int blocks = 0;
    for (int i = 0; i < count; i++) {
      arrays[FIRST_BLOCK + i] = blocks;
      put(runs[0][from + i].length(), arrays, LENGTH + 2 * i);
      for (int a = 0; a < runs.length; a++) {
        long address = CudaBuffer.of(runs[a][from + i]).address();
        put(address, arrays, ADDRESS + 2 * (a * MOST_ARRAYS + i));
      }
      blocks += blocks(runs[0][from + i]);
    }
    return blocks;
  }

  private static void put(long value, int[] halves, int at) {
    halves[at] = (int) value;
    halves[at + 1] = (int) (value >>> 32);
  }
}
