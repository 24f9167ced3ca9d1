package ganengine.gan.project;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.features.FeatureLayers;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.TrainedDiscriminator;
import java.util.Arrays;

/**
 * What a trained discriminator sees in images: its last layer of feature maps, [count, height,
 * width, maps], in inference. Gradients pass through it. A discriminator of packs is shown packs of
 * the same image.
 */
final class ConvolutionFeatures {
  private final Module layers;
  private final int maps;
  private final int pack;
  private final int classes;

  /**
   * Those of this discriminator.
   *
   * @throws ganengine.gan.UserError if it has no convolutions
   */
  ConvolutionFeatures(TrainedDiscriminator discriminator) {
    pack = discriminator.pack();
    classes = discriminator.classes();
    ImageShape image = discriminator.image();
    ImageShape packed = new ImageShape(image.side(), image.channels() * pack);
    Shape input = classes == 0 ? packed.batch(1) : Shape.of(1, packed.size() + classes * pack);
    FeatureLayers all = FeatureLayers.of(discriminator.network(), input);
    layers = all.upTo(all.count());
    maps = all.shape(all.count()).size(3);
  }

  /** How many maps. */
  int maps() {
    return maps;
  }

  /**
   * The maps, [count, height, width, maps].
   *
   * @param images [count, side, side, channels] in the networks' range of pixels
   * @param labels one-hot, [count, classes]; null where the networks take none
   */
  Tensor of(Tensor images, Tensor labels) {
    Tensor packs = pack == 1 ? images : Concat.concat(3, repeated(images));
    if (classes == 0) {
      return layers.forward(packs, Pass.inference());
    }
    Tensor behind = pack == 1 ? labels : Concat.concat(1, repeated(labels));
    return layers.forward(Concat.concat(1, Reshape.flatten(packs), behind), Pass.inference());
  }

  private Tensor[] repeated(Tensor part) {
    Tensor[] parts = new Tensor[pack];
    Arrays.fill(parts, part);
    return parts;
  }
}
