package ganengine.gan.project;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.features.DiscriminatorInput;
import ganengine.gan.features.FeatureLayers;
import ganengine.gan.train.TrainedDiscriminator;

/**
 * What a trained discriminator sees in images: its last layer of feature maps, [count, height,
 * width, maps], in inference. Gradients pass through it. A discriminator of packs is shown packs of
 * the same image.
 */
final class ConvolutionFeatures {
  private final DiscriminatorInput input;
  private final Module layers;
  private final int maps;

  /**
   * Those of this discriminator.
   *
   * @throws ganengine.gan.UserError if it has no convolutions
   */
  ConvolutionFeatures(TrainedDiscriminator discriminator) {
    input = DiscriminatorInput.of(discriminator);
    FeatureLayers all = FeatureLayers.of(discriminator.network(), input.shape(1));
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
    return layers.forward(input.of(images, labels), Pass.inference());
  }
}
