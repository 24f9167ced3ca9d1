package ganengine.kernels.cuda;

import jcuda.driver.CUfunction;

/** A kernel of ours, compiled for this card. */
final class Kernel {
  private final String name;
  private final CUfunction function;
  private final Launch launch;

  Kernel(String name, CUfunction function, Launch launch) {
    this.name = name;
    this.function = function;
    this.launch = launch;
  }

  /** A launch of {@code blocks} blocks of {@code threads} threads, to be given its arguments. */
  Launch grid(int blocks, int threads) {
    return grid(blocks, 1, threads);
  }

  /** A launch of {@code blocksX} times {@code blocksY} blocks. */
  Launch grid(int blocksX, int blocksY, int threads) {
    return launch.of(name, function, blocksX, blocksY, threads);
  }
}
