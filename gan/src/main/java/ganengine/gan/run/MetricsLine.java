package ganengine.gan.run;

/**
 * What a run was like after a step: one line of {@code metrics.jsonl}. All but {@code timing} is a
 * function of the settings, the same bit for bit in a run that was resumed.
 *
 * @param step steps done
 * @param epoch passes over the data done, fractional
 * @param lossD the discriminator's loss
 * @param lossG the generator's loss
 * @param dReal D(x), mean over the batch
 * @param dFake D(G(z)), mean over the batch
 * @param images real images seen
 * @param timing what no two runs share
 */
public record MetricsLine(
    long step,
    double epoch,
    double lossD,
    double lossG,
    double dReal,
    double dFake,
    long images,
    Timing timing) {

  /**
   * How fast the machine was.
   *
   * @param seconds of training so far, those before a resumption included
   * @param imagesPerSecond real images, over the recent past
   */
  public record Timing(double seconds, double imagesPerSecond) {}
}
