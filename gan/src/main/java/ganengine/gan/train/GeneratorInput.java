package ganengine.gan.train;

import ganengine.engine.op.Concat;
import ganengine.engine.tensor.Tensor;

/**
 * What images are generated from.
 *
 * @param latents z, [count, latent]
 * @param labels one-hot, [count, classes]; null for none
 */
record GeneratorInput(Tensor latents, Tensor labels) {
  /** Side by side, as the generator takes them. */
  Tensor joined() {
    return labels == null ? latents : Concat.concat(1, latents, labels);
  }
}
