package ganengine.gan.watch;

/**
 * Where the alarms are, and why there. Figures are of looks every 100 or 250 steps at runs on the
 * digits in the jar: healthy ones are {@code train} without an option and {@code --preset
 * digits-no-collapse}; collapsed ones {@code --preset digits-collapse} and that with the usual rate
 * for D; a struggling one is a DCGAN with {@code --rate-d 1e-2}, which recovers by itself.
 */
final class Thresholds {
  /**
   * Mean distance of samples over that of real ones. Healthy 0.60 to 1.05, collapsed 0 to 0.28 and
   * mostly below 0.03, struggling 0.21 to 0.25 and, recovering, 0.51.
   */
  static final Threshold DISTANCE = new Threshold(0.35, 0.5);

  /**
   * Share of near-identical pairs, above that among real samples. Healthy 0, collapsed 0.84 to 1.
   * Of points of which one mode in eight comes, all pairs; of which three come, a third.
   */
  static final Threshold IDENTICAL = new Threshold(0.5, 0.3);

  /**
   * Modes among 64 samples, over those among as many real ones, which are nearly all where there
   * are few; of 1000 modes, 62.
   */
  static final Threshold MODES = new Threshold(0.5, 0.6);

  /**
   * D(x) - D(G(z)), over the label of real images: 1 is a discriminator that is never in doubt.
   * Healthy 0 to 0.5, after hours of looking at the same images 0.75; collapsed 0.98 to 1;
   * struggling 0.93, for one look 0.99.
   */
  static final Threshold CERTAINTY = new Threshold(0.97, 0.94);

  /** D(G(z)): far above the one half at which D merely can't tell. Healthy at most 0.52. */
  static final Threshold FOOLED = new Threshold(0.8, 0.7);

  /**
   * Movement of the livelier loss (see {@link LossWindow#movement}). Healthy at least 0.09; of a
   * discriminator that has long won, 0.014.
   */
  static final Threshold MOVEMENT = new Threshold(5e-3, 1e-2);

  /** Readings that a window needs before it says anything of the losses. */
  static final int READINGS = 5;

  /** Steps that say nothing: at the beginning all samples are alike and D is ahead. */
  static final long WARM_UP = 200;

  private Thresholds() {}
}
