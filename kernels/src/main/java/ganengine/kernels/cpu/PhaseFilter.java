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
    int rowStride = kernelH * kernelW * inC;
    for (int p = 0; p < depth; ) {
      int oc = (k + p) % outC;
      int tap = (k + p) / outC;
      int tapH = phaseH.tap(tap / phaseW.taps());
      int tapW = phaseW.tap(tap % phaseW.taps());
      int from = filter.offset + start + oc * rowStride + (tapH * kernelW + tapW) * inC + column;
      int rows = Math.min(outC - oc, depth - p);
      PanelCopy.copy(filter.reals, from, rowStride, to, at + p * width, width, rows, columns);
      p += rows;
    }
  }
}
