package ganengine.gan.evaluate;

import java.util.Map;

/** The measures that fit one data set; they compute on the innermost scope's device. */
public interface Evaluator {
  /** How many samples the measures are usually taken on. */
  int standardSamples();

  /**
   * All measures.
   *
   * @param samples how many to draw; distances take fewer if the real data are less than twice as
   *     many
   * @throws ganengine.gan.UserError if they are too few, or there are too few real data
   */
  Evaluation measure(SampleSource source, int samples, long seed, EvaluationListener listener);

  /** How many samples a look while training takes. */
  int glanceSamples();

  /** The few that are cheap enough to be taken while training, by short names. */
  Map<String, Double> glance(SampleSource source, int samples, long seed);

  /**
   * What {@link #glance} gives if other real data stand in for the samples. It needs no generator,
   * so it is the same all through a training.
   */
  Map<String, Double> glanceOfReal(int samples, long seed);
}
