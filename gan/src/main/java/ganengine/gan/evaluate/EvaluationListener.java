package ganengine.gan.evaluate;

/** Is told how an evaluation goes. */
@FunctionalInterface
public interface EvaluationListener {
  /** Tells nobody. */
  EvaluationListener SILENT = (what, share) -> {};

  /**
   * This is being done.
   *
   * @param what in a few words
   * @param share of it that is done, 0 to 1
   */
  void working(String what, double share);
}
