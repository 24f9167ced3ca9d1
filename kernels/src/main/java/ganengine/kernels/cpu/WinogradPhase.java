package ganengine.kernels.cpu;

import ganengine.kernels.Convolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stride phase of a convolution: x's pixels, padding counted, and the filter's taps from (row,
 * column) on, a stride apart.
 *
 * @param tapsH rows of taps: 2 or 3
 * @param tapsW columns of taps: 2 or 3
 */
record WinogradPhase(int row, int column, int tapsH, int tapsW) {

  /**
   * All phases, those of 3 x 2, 3 x 3, 2 x 3 and 2 x 2 taps in this order: so those that have three
   * taps along either axis, or along both, stand side by side.
   */
  static List<WinogradPhase> of(Convolution size) {
    List<WinogradPhase> phases = new ArrayList<>();
    for (int row = 0; row < size.strideH(); row++) {
      for (int column = 0; column < size.strideW(); column++) {
        int tapsH = ProductPart.ceilDivide(size.kernelH() - row, size.strideH());
        int tapsW = ProductPart.ceilDivide(size.kernelW() - column, size.strideW());
        phases.add(new WinogradPhase(row, column, tapsH, tapsW));
      }
    }
    phases.sort(Comparator.comparingInt(WinogradPhase::rank));
    return phases;
  }

  private int rank() {
    if (tapsH == 3) {
      return tapsW == 3 ? 1 : 0;
    }
    return tapsW == 3 ? 2 : 3;
  }
}
