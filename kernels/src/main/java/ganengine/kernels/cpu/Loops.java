package ganengine.kernels.cpu;

import java.util.function.Supplier;

/** The innermost loops of the families other than matrix products, by whatever means there are. */
final class Loops {
  static final PointwiseLoops POINTWISE =
      pick(PointwiseLoops.class, "VectorPointwiseLoops", ScalarPointwiseLoops::new);
  static final ColumnLoops COLUMNS =
      new FoldedColumnLoops(pick(ColumnLoops.class, "VectorColumnLoops", ScalarColumnLoops::new));
  static final UpdateLoops UPDATES =
      pick(UpdateLoops.class, "VectorUpdateLoops", ScalarUpdateLoops::new);
  static final WinogradLoops WINOGRAD =
      pick(WinogradLoops.class, "VectorWinogradLoops", ScalarWinogradLoops::new);

  static final NarrowLoops NARROW =
      pick(NarrowLoops.class, "VectorNarrowLoops", ScalarNarrowLoops::new);

  private Loops() {}

  /**
   * The Vector API's loops, which are compiled apart and so found by name, or the scalar ones where
   * {@link Lanes} says so.
   */
  private static <T> T pick(Class<T> type, String vectorClass, Supplier<? extends T> scalar) {
    if (Lanes.scalarBecause().isPresent()) {
      return scalar.get();
    }
    try {
      Class<?> found = Class.forName(Loops.class.getPackageName() + "." + vectorClass);
      return type.cast(found.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(vectorClass + " is missing from this build", e);
    }
  }
}
