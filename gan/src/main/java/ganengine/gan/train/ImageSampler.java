package ganengine.gan.train;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.model.ImageShape;

/** Draws images from a generator, in inference, in batches that fit into memory. */
final class ImageSampler {
  private static final int BATCH = 64;

  private final Module generator;
  private final Latents latents;
  private final ImageShape image;

  ImageSampler(Module generator, Latents latents, ImageShape image) {
    this.generator = generator;
    this.latents = latents;
    this.image = image;
  }

  /** {@code count} images, NHWC, in [-1, 1], from z that are a function of the seed. */
  @SuppressWarnings("try") // The scopes work by being open.
  float[] draw(int count, long seed) {
    float[] images = new float[count * image.size()];
    try (Scope whole = Scope.inference()) {
      RandomSource random = new RandomSource(seed);
      for (int from = 0; from < count; from += BATCH) {
        try (Scope batch = Scope.inference()) {
          // Always a full batch, so that image i does not depend on how many are asked for.
          Tensor drawn = generator.forward(latents.draw(BATCH, random), Pass.inference());
          int take = Math.min(BATCH, count - from);
          System.arraycopy(drawn.toFloats(), 0, images, from * image.size(), take * image.size());
        }
      }
    }
    return images;
  }
}
