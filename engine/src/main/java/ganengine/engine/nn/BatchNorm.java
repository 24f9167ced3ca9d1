package ganengine.engine.nn;

import ganengine.engine.op.BatchNormInference;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Batch normalisation over the last axis (Ioffe and Szegedy 2015). A training pass normalises with
 * the batch's statistics and moves the running ones towards them, whatever the pass is for; an
 * inference pass uses the running ones. Parameters: {@code gamma}, {@code beta}; statistics: {@code
 * runningMean}, {@code runningVariance}; all [channels].
 */
public final class BatchNorm implements FusableLayer {
  /** Share of a new batch in the running statistics, as in PyTorch. */
  public static final double MOMENTUM = 0.1;

  /** Added to variances, as in PyTorch. */
  public static final double EPSILON = 1e-5;

  private final int channels;
  private final double momentum;
  private final double epsilon;
  private final Parameter gamma;
  private final Parameter beta;
  private final Parameter runningMean;
  private final Parameter runningVariance;

  /** Momentum 0.1, epsilon 1e-5; all scales begin at 1. */
  public BatchNorm(int channels) {
    this(channels, MOMENTUM, EPSILON, Initialiser.constant(1), null);
  }

  /** Momentum 0.1, epsilon 1e-5; the scales begin as given, {@link Initialiser#dcganScale} say. */
  public BatchNorm(int channels, Initialiser scale, RandomSource random) {
    this(channels, MOMENTUM, EPSILON, scale, random);
  }

  /**
   * All choices.
   *
   * @param momentum running += momentum * (batch - running)
   * @param epsilon added to variances
   * @param scale of gamma; beta begins at 0
   * @param random for the scale; may be null if that draws nothing
   */
  public BatchNorm(
      int channels, double momentum, double epsilon, Initialiser scale, RandomSource random) {
    Shape shape = Shape.of(channels);
    this.channels = channels;
    this.momentum = momentum;
    this.epsilon = epsilon;
    this.gamma = Parameter.trainable("gamma", scale.values(shape, channels, channels, random));
    this.beta = Parameter.trainable("beta", Tensor.full(shape, 0));
    this.runningMean = Parameter.statistic("runningMean", Tensor.full(shape, 0));
    this.runningVariance = Parameter.statistic("runningVariance", Tensor.full(shape, 1));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass, Activation activation) {
    if (!pass.training()) {
      return Unary.activation(
          BatchNormInference.batchNormInference(
              input, gamma, beta, runningMean, runningVariance, epsilon),
          activation);
    }
    var batch = ganengine.engine.op.BatchNorm.batchNorm(input, gamma, beta, epsilon, activation);
    ganengine.engine.op.BatchNorm.updateRunning(
        batch, momentum, epsilon, runningMean, runningVariance);
    return batch.y();
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>();
    state.put("gamma", gamma);
    state.put("beta", beta);
    state.put("runningMean", runningMean);
    state.put("runningVariance", runningVariance);
    return state;
  }

  @Override
  public String describe() {
    return "batch_norm " + channels;
  }
}
