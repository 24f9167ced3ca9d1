package ganengine.gan.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import ganengine.gan.watch.Look;
import java.util.Map;

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
 * @param watch what the collapse watch saw; null, and not written, where it did not look
 * @param measures what was measured of the averaged generator, by name; null, and not written,
 *     where nothing was
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
    @JsonInclude(JsonInclude.Include.NON_NULL) Look watch,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Double> measures,
    Timing timing) {

  /** A line where the watch did not look and nothing was measured. */
  public MetricsLine(
      long step,
      double epoch,
      double lossD,
      double lossG,
      double dReal,
      double dFake,
      long images,
      Timing timing) {
    this(step, epoch, lossD, lossG, dReal, dFake, images, null, null, timing);
  }

  /** The same line, and what the watch saw. */
  public MetricsLine with(Look look) {
    return new MetricsLine(step, epoch, lossD, lossG, dReal, dFake, images, look, measures, timing);
  }

  /** The same line, and what was measured. */
  public MetricsLine with(Map<String, Double> found) {
    return new MetricsLine(step, epoch, lossD, lossG, dReal, dFake, images, watch, found, timing);
  }

  /**
   * How fast the machine was.
   *
   * @param seconds of training so far, those before a resumption included
   * @param imagesPerSecond real images, over the recent past
   */
  public record Timing(double seconds, double imagesPerSecond) {}
}
