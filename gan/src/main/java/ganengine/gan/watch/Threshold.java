package ganengine.gan.watch;

/**
 * From where on a figure is an alarm, and from where on it is none any more. Between the two what
 * was said before stands, so that a figure at the edge doesn't make the watch chatter.
 *
 * @param on the alarm is raised beyond this
 * @param off it is taken back on this side of it
 */
record Threshold(double on, double off) {
  /** Whether the figure calls for the alarm, given whether it stands. Not a number never does. */
  boolean exceeded(double figure, boolean standing) {
    double edge = standing ? off : on;
    return on > off ? figure > edge : figure < edge;
  }
}
