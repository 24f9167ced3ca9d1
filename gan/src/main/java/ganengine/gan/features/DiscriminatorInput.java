package ganengine.gan.features;

import ganengine.engine.op.Concat;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.model.ImageShape;
import ganengine.gan.train.TrainedDiscriminator;
import java.util.Arrays;

/**
 * What a discriminator takes for single images, whatever it was trained to take: where it judges
 * packs, each image stands in all places of its pack; where it takes labels and none are known, all
 * are zero.
 *
 * @param image the size of an image
 * @param pack images that it judges together
 * @param classes of the labels it takes; 0 for none
 */
public record DiscriminatorInput(ImageShape image, int pack, int classes) {
  /** What this one takes. */
  public static DiscriminatorInput of(TrainedDiscriminator discriminator) {
    return new DiscriminatorInput(
        discriminator.image(), discriminator.pack(), discriminator.classes());
  }

  /** Of so many images: [count, side, side, channels * pack], or rows where labels are behind. */
  public Shape shape(int count) {
    return classes == 0
        ? Shape.of(count, image.side(), image.side(), image.channels() * pack)
        : Shape.of(count, row());
  }

  private int row() {
    return (image.size() + classes) * pack;
  }

  /**
   * The input for images, of {@link #shape}. Gradients pass through it.
   *
   * @param images [count, side, side, channels] in the networks' range of pixels
   * @param labels one-hot, [count, classes]; null where they are unknown, or the discriminator
   *     takes none
   */
  public Tensor of(Tensor images, Tensor labels) {
    Tensor packs = repeated(3, images);
    if (classes == 0) {
      return packs;
    }
    int count = images.shape().size(0);
    Tensor known = labels == null ? Tensor.full(Shape.of(count, classes), 0) : labels;
    return Concat.concat(1, Reshape.flatten(packs), repeated(1, known));
  }

  private Tensor repeated(int axis, Tensor part) {
    if (pack == 1) {
      return part;
    }
    Tensor[] parts = new Tensor[pack];
    Arrays.fill(parts, part);
    return Concat.concat(axis, parts);
  }

  /** The input for images [count, side, side, channels], labels unknown. */
  Tensor of(float[] images) {
    return of(Tensor.of(image.batch(images.length / image.size()), images), null);
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
