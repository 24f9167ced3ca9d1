package ganengine.kernels.cpu;

/**
 * The part of a filter that hits one stride phase, as a product's right factor [taps * outC, inC]
 * of one group: row (tapH, tapW, oc) is filter[oc, phaseH.tap(tapH), phaseW.tap(tapW), :].
 *
 * @param start where the group's filter starts in the buffer
 * @param outC output channels of the group
 * @param inC input channels of the group
 */
record PhaseFilter(
    CpuBuffer filter,
    int start,
    int outC,
    int inC,
    int kernelH,
    int kernelW,
    StridePhase phaseH,
    StridePhase phaseW)
    implements ColumnOperand {

  @Override
  public void packColumns(
      int k, int depth, int column, int columns, float[] to, int at, int width) {
    for (int p = 0; p < depth; p++) {
      int oc = (k + p) % outC;
      int tap = (k + p) / outC;
      int tapH = phaseH.tap(tap / phaseW.taps());
      int tapW = phaseW.tap(tap % phaseW.taps());
      int from = filter.offset + start + ((oc * kernelH + tapH) * kernelW + tapW) * inC + column;
      System.arraycopy(filter.reals, from, to, at + p * width, columns);
    }
  }
}
