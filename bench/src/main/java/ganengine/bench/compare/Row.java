package ganengine.bench.compare;

import java.util.List;

/**
 * What one contestant reached.
 *
 * @param network in lower case
 * @param threads it computed with
 * @param contestant its name
 * @param secondsPerStep over the rounds that count
 * @param imagesPerSecond real images that the discriminator saw, by the median step
 * @param gflops arithmetic of a step over the median step
 * @param speedOfPeer its speed over that of libtorch in fp32: the median of the ratios within each
 *     round
 * @param peakBytes most memory resident
 * @param otherCores load from others in the worst round that counts
 * @param turns the rounds that count, for the record
 */
record Row(
    String network,
    int threads,
    String contestant,
    Spread secondsPerStep,
    double imagesPerSecond,
    double gflops,
    double speedOfPeer,
    long peakBytes,
    double otherCores,
    List<Turn> turns) {}
