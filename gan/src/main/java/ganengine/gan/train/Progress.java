package ganengine.gan.train;

/**
 * Where a run stands, after a step.
 *
 * @param step steps done
 * @param totalSteps steps to do in all, estimated from the rate where minutes are the limit
 * @param epoch passes over the data done, fractional
 * @param metrics what the step measured
 * @param imagesPerSecond real images a second, smoothed
 * @param secondsLeft estimated
 */
public record Progress(
    long step,
    long totalSteps,
    double epoch,
    StepMetrics metrics,
    double imagesPerSecond,
    double secondsLeft) {}
