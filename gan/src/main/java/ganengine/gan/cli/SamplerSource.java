package ganengine.gan.cli;

import ganengine.gan.evaluate.SampleSource;
import ganengine.gan.train.Sampler;

/**
 * A checkpoint's generator as measures see it.
 *
 * @param sampler it draws from this
 */
record SamplerSource(Sampler sampler) implements SampleSource {
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
    return false;
  }

  @Override
  public float[] draw(int count, long seed) {
    return sampler.draw(count, seed);
  }

  @Override
  public float[] draw(int[] labels, long seed) {
    throw new UnsupportedOperationException("this generator takes no labels");
  }
}
