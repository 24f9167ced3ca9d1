package ganengine.gan.train;

/**
 * What one training step measured, means over its batch.
 *
 * @param lossD the discriminator's loss without its penalty, before its update
 * @param lossG the generator's loss, after the discriminator's update
 * @param dReal D(x): the discriminator's probability that real images are real, before its update
 * @param dFake D(G(z)): its probability that generated images are real, before its update
 */
public record StepMetrics(double lossD, double lossG, double dReal, double dFake) {
  /** Whether both losses are numbers. */
  public boolean finite() {
    return Double.isFinite(lossD) && Double.isFinite(lossG);
  }
}
