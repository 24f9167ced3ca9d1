package ganengine.gan.reproduce;

import ganengine.gan.evaluate.Evaluators;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.SamplerSource;
import ganengine.gan.train.TrainRun;
import ganengine.kernels.Device;
import java.util.Map;

/** The measures that fit the run's data, by {@link ganengine.gan.evaluate.Evaluator#glance}. */
final class EvaluationGlance implements TrialMeasure {
  /** Of the samples' z: every trial is judged by the same. */
  private static final long SEED = 20_171_204;

  @Override
  public Map<String, Double> judge(Checkpoint checkpoint, int samples, Device device) {
    try (Sampler sampler = new Sampler(checkpoint, device)) {
      return Evaluators.of(TrainRun.data(checkpoint.config()))
          .glance(new SamplerSource(sampler), samples, SEED);
    }
  }
}
