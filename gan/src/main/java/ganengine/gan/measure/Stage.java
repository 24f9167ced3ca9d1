package ganengine.gan.measure;

/** Is told how far a measurement has come. */
@FunctionalInterface
public interface Stage {
  /** Tells nobody. */
  Stage SILENT = share -> {};

  /** This share of the work is done, up to 1. */
  void reached(double share);
}
