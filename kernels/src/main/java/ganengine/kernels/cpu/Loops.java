package ganengine.kernels.cpu;

/** The innermost loops of the families other than matrix products. */
final class Loops {
  static final PointwiseLoops POINTWISE = new ScalarPointwiseLoops();
  static final ColumnLoops COLUMNS = new ScalarColumnLoops();
  static final UpdateLoops UPDATES = new ScalarUpdateLoops();

  private Loops() {}
}
