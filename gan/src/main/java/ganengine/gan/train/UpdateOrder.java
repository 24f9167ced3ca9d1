package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;

/**
 * Which network is updated when. A step is a few updates of D alone, each on a batch of its own,
 * and then what it ends with. All counts are functions of the number of steps, so that a run can be
 * resumed anywhere.
 */
interface UpdateOrder {
  /** What a step ends with. */
  enum End {
    /** D on one more batch, then G. */
    BOTH,
    /** G alone. */
    GENERATOR,
    /** Nothing more. */
    NOTHING
  }

  /** The order that the configuration asks for. */
  static UpdateOrder of(TrainConfig config, int batchesPerEpoch) {
    return config.schedule().equals("per-epoch")
        ? new PerEpoch(batchesPerEpoch)
        : new PerBatch(config.stepsD(), config.criticWarmUp());
  }

  /** Updates of D alone in the step of this number, from 0. */
  int alone(long step);

  /** How the step of this number ends. */
  End end(long step);

  /** Batches drawn in the first so many steps. */
  long batches(long steps);

  /** Updates of D alone and ends in the first so many steps; each draws random numbers anew. */
  long rounds(long steps);

  /** The fewest steps that draw at least so many batches. */
  default long stepsFor(long batches) {
    long enough = 1;
    while (batches(enough) < batches) {
      enough *= 2;
    }
    long tooFew = 0;
    while (enough - tooFew > 1) {
      long middle = (tooFew + enough) / 2;
      if (batches(middle) < batches) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }
}
