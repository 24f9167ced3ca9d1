package ganengine.gan.features;

import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.Sampler;

/** A generator's samples by number, through a layer whose activations can be read and left out. */
final class SampledLayer {
  private final Sampler sampler;
  private final MaskedGenerator generator;
  private final EvaluationListener listener;

  /**
   * Of this generator.
   *
   * @param layer see {@link MaskedGenerator}
   * @throws ganengine.gan.UserError if the generator has no feature maps, or no such layer
   */
  SampledLayer(Sampler sampler, int layer, EvaluationListener listener) {
    this.sampler = sampler;
    this.listener = listener;
    generator = new MaskedGenerator(sampler.generator(), inputs(), layer);
  }

  private int inputs() {
    return sampler.latents().length() + sampler.classes();
  }

  /** The layer's place and shape. */
  MaskedGenerator generator() {
    return generator;
  }

  /** The size of an image. */
  ImageShape image() {
    return sampler.image();
  }

  /**
   * The layer's activations, [to - from, height, width, maps], in the samples that {@link
   * Sampler#draw} numbers so: where labels condition the generator, of each class in turns.
   */
  float[] values(int from, int to, long seed) {
    int latent = sampler.latents().length();
    float[] z = sampler.latents(to, seed);
    float[] input = new float[(to - from) * inputs()];
    for (int i = from; i < to; i++) {
      int start = (i - from) * inputs();
      System.arraycopy(z, i * latent, input, start, latent);
      if (sampler.classes() > 0) {
        input[start + latent + i % sampler.classes()] = 1;
      }
    }
    return generator.values(input, share -> listener.working("drawing samples", share));
  }

  /**
   * The images that such activations become, [count, side, side, channels] in [-1, 1].
   *
   * @param dropped those of an image's activations that are 0 instead; none for the samples as they
   *     are
   */
  float[] images(float[] values, int... dropped) {
    String what = dropped.length == 0 ? "drawing" : "redrawing";
    float[] images =
        sampler.shown(generator.images(values, dropped, share -> listener.working(what, share)));
    for (int i = 0; i < images.length; i++) {
      images[i] = Math.max(-1, Math.min(1, images[i]));
    }
    return images;
  }
}
