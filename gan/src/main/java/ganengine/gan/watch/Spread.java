package ganengine.gan.watch;

/**
 * How different samples are, measured by what real ones are.
 *
 * @param distance mean Euclidean distance of a pair, as a share of that between real samples
 * @param identical share of the pairs that are near-identical: nearer to each other than {@link
 *     SpreadGauge#NEAR} times the real samples' mean distance
 */
public record Spread(double distance, double identical) {}
