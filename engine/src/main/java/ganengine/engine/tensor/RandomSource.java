package ganengine.engine.tensor;

import ganengine.kernels.RandomStream;

/**
 * The random numbers of a run: a function of the seed, the step and the number of the draw within
 * the step, the same on every device (Philox 4x32-10). The step lies on the device. To continue a
 * run, make a source with the same seed and {@link #step(long)} it to where the run stopped.
 */
public final class RandomSource {
  private final long seed;
  private final Indices step;
  private int draws;

  /** A source at step 0; its counter belongs to the innermost scope. */
  public RandomSource(long seed) {
    this.seed = seed;
    this.step = Indices.of(0);
  }

  /** The run's seed. */
  public long seed() {
    return seed;
  }

  /** Starts the draws of this step. */
  public void step(long number) {
    step.set(number);
    draws = 0;
  }

  /** Starts the draws of the step after the present one, on the device. */
  public void nextStep() {
    step.device().random().advance(step.buffer(), 1);
    draws = 0;
  }

  /** A new tensor, normal with this mean and standard deviation. */
  public Tensor normal(Shape shape, double mean, double deviation) {
    Tensor out = Tensor.allocate(shape);
    out.device().random().normal(nextStream(), step.buffer(), mean, deviation, out.buffer());
    return out;
  }

  /** A new tensor, uniform in [low, high). */
  public Tensor uniform(Shape shape, double low, double high) {
    Tensor out = Tensor.allocate(shape);
    out.device().random().uniform(nextStream(), step.buffer(), low, high, out.buffer());
    return out;
  }

  /**
   * Marks half of the indices, by chance, as mirrored: they become their complements, which {@link
   * ganengine.kernels.ImageBatch} understands. In place.
   */
  public void mirror(Indices indices) {
    indices.device().random().mirror(nextStream(), step.buffer(), indices.buffer());
  }

  private RandomStream nextStream() {
    return new RandomStream(seed, draws++);
  }
}
