package ganengine.gan.features;

import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.TrainedDiscriminator;

/**
 * What a discriminator takes for single images, whatever it was trained to take: where it judges
 * packs, each image stands in all places of its pack; where it takes labels, all are zero.
 *
 * @param image the size of an image
 * @param pack images that it judges together
 * @param classes of the labels it takes; 0 for none
 */
record DiscriminatorInput(ImageShape image, int pack, int classes) {
  static DiscriminatorInput of(TrainedDiscriminator discriminator) {
    return new DiscriminatorInput(
        discriminator.image(), discriminator.pack(), discriminator.classes());
  }

  /** Of so many images: [count, side, side, channels * pack], or rows where labels are behind. */
  Shape shape(int count) {
    return classes == 0
        ? Shape.of(count, image.side(), image.side(), image.channels() * pack)
        : Shape.of(count, row());
  }

  private int row() {
    return (image.size() + classes) * pack;
  }

  /** The input for images [count, side, side, channels] in the networks' range of pixels. */
  Tensor tensor(float[] images) {
    int count = images.length / image.size();
    int channels = image.channels();
    float[] rows = new float[count * row()];
    for (int i = 0; i < images.length; i++) {
      int pixel = i % image.size() / channels;
      int place = i / image.size() * row() + pixel * channels * pack + i % channels;
      for (int member = 0; member < pack; member++) {
        rows[place + member * channels] = images[i];
      }
    }
    return Tensor.of(shape(count), rows);
  }

  /** By each image, [count, side, side, channels]: gradients by all its places summed. */
  float[] byImage(Tensor gradInput) {
    float[] rows = gradInput.toFloats();
    int count = rows.length / row();
    int channels = image.channels();
    float[] sums = new float[count * image.size()];
    for (int i = 0; i < sums.length; i++) {
      int pixel = i % image.size() / channels;
      int place = i / image.size() * row() + pixel * channels * pack + i % channels;
      for (int member = 0; member < pack; member++) {
        sums[i] += rows[place + member * channels];
      }
    }
    return sums;
  }
}
