package ganengine.gan.watch;

/** Where the alarms are, and why there. */
final class Thresholds {
  /** Mean distance of samples over that of real ones. */
  static final Threshold DISTANCE = new Threshold(0.35, 0.5);

  /** Share of near-identical pairs, above that among real samples. */
  static final Threshold IDENTICAL = new Threshold(0.5, 0.3);

  /** Modes that come, over those that come among as many real samples. */
  static final Threshold MODES = new Threshold(0.5, 0.6);

  /** D(x) - D(G(z)), over the label of real images: 1 is a discriminator that is never in doubt. */
  static final Threshold CERTAINTY = new Threshold(0.97, 0.94);

  /** D(G(z)): far above the one half at which D merely can't tell. */
  static final Threshold FOOLED = new Threshold(0.8, 0.7);

  /** Movement of the livelier loss (see {@link LossWindow#movement}). */
  static final Threshold MOVEMENT = new Threshold(1e-3, 3e-3);

  /** Readings that a window needs before it says anything of the losses. */
  static final int READINGS = 5;

  /** Steps that say nothing: at the beginning all samples are alike and D is ahead. */
  static final long WARM_UP = 200;

  private Thresholds() {}
}
