package ganengine.bench.compare;

/**
 * One contestant's turn.
 *
 * @param seconds that it took
 * @param steps that were done
 * @param otherCores processors that were kept busy meanwhile by anything but the contestant
 */
record Turn(double seconds, int steps, double otherCores) {
  double secondsPerStep() {
    return seconds / steps;
  }
}
