package ganengine.gan.train;

import ganengine.gan.evaluate.SampleSource;

/**
 * A checkpoint's generator as measures see it.
 *
 * @param sampler it draws from this
 */
public record SamplerSource(Sampler sampler) implements SampleSource {
  @Override
  public int side() {
    return sampler.image().side();
  }

  @Override
  public int channels() {
    return sampler.image().channels();
  }

  @Override
  public boolean conditional() {
    return sampler.classes() > 0;
  }

  @Override
  public float[] draw(int count, long seed) {
    return sampler.draw(count, seed);
  }

  @Override
  public float[] draw(int[] labels, long seed) {
    return sampler.draw(labels, seed);
  }
}
