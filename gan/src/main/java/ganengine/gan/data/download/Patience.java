package ganengine.gan.data.download;

import java.time.Duration;

/**
 * How long a download waits, and how often it tries.
 *
 * @param connect for a connection
 * @param stall for the next byte
 * @param rounds how often all addresses are tried without one byte more than before
 * @param pause before the second round; it doubles with each further one
 * @param longestPause at most, also where a server asks for more
 */
public record Patience(
    Duration connect, Duration stall, int rounds, Duration pause, Duration longestPause) {
  /** For the open internet. */
  public static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60));

  /** Before round 1, 2, ...; a server may ask for more. */
  Duration pauseBefore(int round, Duration asked) {
    Duration own = pause.multipliedBy(1L << Math.min(round - 1, 20));
    Duration longer = own.compareTo(asked) > 0 ? own : asked;
    return longer.compareTo(longestPause) < 0 ? longer : longestPause;
  }
}
