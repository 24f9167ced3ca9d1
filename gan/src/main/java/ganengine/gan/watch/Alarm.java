package ganengine.gan.watch;

/** One verdict's alarm: it is raised and taken back only after {@value #LOOKS} looks that agree. */
final class Alarm {
  /**
   * A single look can be a fluke: 64 samples, or a window in which one network was ahead for a
   * moment.
   */
  static final int LOOKS = 2;

  private boolean standing;
  private int against;

  boolean standing() {
    return standing;
  }

  /** What one more look says: whether the alarm should stand. */
  void hear(boolean alarming) {
    against = alarming == standing ? 0 : against + 1;
    if (against == LOOKS) {
      standing = alarming;
      against = 0;
    }
  }
}
