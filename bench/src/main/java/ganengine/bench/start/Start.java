package ganengine.bench.start;

import ganengine.bench.peer.StepMark;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One fresh process's training. Its steady state is what it does in the last third of the time.
 *
 * @param marks from before the first step and from after each, two or more
 */
record Start(List<StepMark> marks) {
  /** The share of the steady rate from which on training counts as up to speed. */
  static final double UP_TO_SPEED = 0.9;

  /** A rate is taken over so many seconds. */
  private static final double WINDOW = 1;

  Start {
    marks = List.copyOf(marks);
    if (marks.size() < 2) {
      throw new IllegalArgumentException("a start without a step has no rate");
    }
  }

  /** The mark that it ended with. */
  StepMark last() {
    return marks.get(marks.size() - 1);
  }

  /** The number of the mark that the steady state begins with. */
  private int steady() {
    double begin = marks.get(0).seconds();
    double from = last().seconds() - (last().seconds() - begin) / 3;
    int at = 0;
    while (at < marks.size() - 2 && marks.get(at).seconds() < from) {
      at++;
    }
    return at;
  }

  /** Median of the steady state's steps. */
  double secondsPerStep() {
    double[] times =
        IntStream.range(steady(), marks.size() - 1)
            .mapToDouble(i -> marks.get(i + 1).seconds() - marks.get(i).seconds())
            .sorted()
            .toArray();
    return (times[(times.length - 1) / 2] + times[times.length / 2]) / 2;
  }

  /** Mean processor time of the steady state's steps, on all threads. */
  double cpuSecondsPerStep() {
    int from = steady();
    return (last().cpuSeconds() - marks.get(from).cpuSeconds()) / (marks.size() - 1 - from);
  }

  /**
   * Mean of what the steady state's steps allocate on the Java heap. A loop over vectors that the
   * compiler has not turned into vector instructions allocates every one of them.
   */
  double bytesPerStep() {
    int from = steady();
    double bytes = last().allocatedBytes() - marks.get(from).allocatedBytes();
    return bytes / (marks.size() - 1 - from);
  }

  /**
   * Seconds from the JVM's beginning to the first mark whose following second is at least {@link
   * #UP_TO_SPEED} of the steady rate; to the last mark if there is none.
   */
  double secondsToSpeed() {
    for (int at = 0; at < marks.size(); at++) {
      if (followedBySpeed(at).orElse(false)) {
        return marks.get(at).seconds();
      }
    }
    return last().seconds();
  }

  /**
   * The same to the first mark from which on no following second is slower. A machine that others
   * swing by a tenth sets it back whenever it does.
   */
  double secondsToLastingSpeed() {
    double reached = marks.get(0).seconds();
    for (int at = 0; at < marks.size() - 1; at++) {
      if (!followedBySpeed(at).orElse(true)) {
        reached = marks.get(at + 1).seconds();
      }
    }
    return reached;
  }

  /** Whether the second after a mark is fast enough; empty if the marks don't cover one. */
  private Optional<Boolean> followedBySpeed(int at) {
    double from = marks.get(at).seconds();
    for (int end = at + 1; end < marks.size(); end++) {
      double seconds = marks.get(end).seconds() - from;
      if (seconds >= WINDOW) {
        return Optional.of((end - at) / seconds >= UP_TO_SPEED / secondsPerStep());
      }
    }
    return Optional.empty();
  }
}
