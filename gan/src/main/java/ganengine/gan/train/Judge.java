package ganengine.gan.train;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Permute;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;

/**
 * The discriminator with what it is shown: images one by one, or in packs of neighbouring ones
 * (PacGAN, Lin et al. 2018), each pack an image of as many times the channels; and their labels
 * behind the pixels, where there are any.
 *
 * @param discriminator as {@link ganengine.gan.model.Networks} says
 * @param pack images judged together; 1 for one by one
 */
record Judge(Module discriminator, int pack) {
  /**
   * Images in packs: [packs * m, side, side, channels] to [packs, side, side, m * channels].
   *
   * @throws ShapeException if they don't make whole packs
   */
  Tensor packed(Tensor images) {
    Shape shape = images.shape();
    if (shape.size(0) % pack != 0) {
      throw new ShapeException(
          "%d images are no whole packs of %d; hint: their number must be a multiple of the pack"
              .formatted(shape.size(0), pack));
    }
    if (pack == 1) {
      return images;
    }
    int packs = shape.size(0) / pack;
    int pixels = shape.size(1) * shape.size(2);
    Tensor apart = Reshape.reshape(images, packs, pack, pixels, shape.size(3));
    return Reshape.reshape(
        Permute.permute(apart, 0, 2, 1, 3),
        packs,
        shape.size(1),
        shape.size(2),
        pack * shape.size(3));
  }

  /**
   * One logit for each pack, [packs, 1].
   *
   * @param packs as {@link #packed} makes them
   * @param labels one-hot, [packs * m, classes]; null for none
   */
  Tensor logits(Tensor packs, Tensor labels, Pass pass) {
    if (labels == null) {
      return discriminator.forward(packs, pass);
    }
    int count = packs.shape().size(0);
    Tensor joined = Concat.concat(1, Reshape.flatten(packs), Reshape.reshape(labels, count, -1));
    return discriminator.forward(joined, pass);
  }
}
