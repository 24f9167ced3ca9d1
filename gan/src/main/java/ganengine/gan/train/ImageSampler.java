package ganengine.gan.train;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.evaluate.SampleSource;
import ganengine.gan.model.ImageShape;
import java.util.Arrays;

/** Draws images from a generator, in inference, in batches that fit into memory. */
final class ImageSampler implements SampleSource {
  private static final int BATCH = 64;

  private final Module generator;
  private final Latents latents;
  private final int classes;
  private final ImageShape image;
  private final PixelRange range;

  /**
   * @param classes of the labels that condition the generator; 0 for none
   * @param range of the generator's images
   */
  ImageSampler(Module generator, Latents latents, int classes, ImageShape image, PixelRange range) {
    this.generator = generator;
    this.latents = latents;
    this.classes = classes;
    this.image = image;
    this.range = range;
  }

  @Override
  public int side() {
    return image.side();
  }

  @Override
  public int channels() {
    return image.channels();
  }

  @Override
  public boolean conditional() {
    return classes > 0;
  }

  /**
   * {@code count} images, NHWC, in [-1, 1], from z that are a function of the seed; of class 0, 1,
   * ... in turns where there are classes.
   */
  @Override
  public float[] draw(int count, long seed) {
    int[] labels = new int[count];
    for (int i = 0; classes > 0 && i < count; i++) {
      labels[i] = i % classes;
    }
    return draw(labels, seed);
  }

  /** As the other, an image for each label, in [0, classes). */
  @Override
  public float[] draw(int[] labels, long seed) {
    return decode(latents(labels.length, seed), labels);
  }

  /** The z, [count, latent], that images of this seed are made from. */
  @SuppressWarnings("try") // The scopes work by being open.
  float[] latents(int count, long seed) {
    float[] z = new float[count * latents.length()];
    try (Scope whole = Scope.inference()) {
      RandomSource random = new RandomSource(seed);
      for (int from = 0; from < count; from += BATCH) {
        try (Scope batch = Scope.inference()) {
          // Always a full batch, so that z number i does not depend on how many are asked for.
          float[] drawn = latents.draw(BATCH, random).toFloats();
          int take = Math.min(BATCH, count - from);
          System.arraycopy(drawn, 0, z, from * latents.length(), take * latents.length());
        }
      }
    }
    return z;
  }

  /**
   * The image of each z, NHWC, in [-1, 1].
   *
   * @param z [labels, latent]
   * @param labels each in [0, classes); without classes only their number counts
   */
  @SuppressWarnings("try") // The scopes work by being open.
  float[] decode(float[] z, int[] labels) {
    int count = labels.length;
    float[] images = new float[count * image.size()];
    try (Scope whole = Scope.inference()) {
      Labels vectors = classes == 0 ? null : new Labels(classes);
      for (int from = 0; from < count; from += BATCH) {
        try (Scope batch = Scope.inference()) {
          // A full batch again: an image is the same, bit for bit, in whatever company.
          Tensor asked = vectors == null ? null : vectors.vectors(numbers(labels, from));
          Tensor input = new GeneratorInput(batch(z, from), asked).joined();
          Tensor drawn = generator.forward(input, Pass.inference());
          int take = Math.min(BATCH, count - from);
          System.arraycopy(drawn.toFloats(), 0, images, from * image.size(), take * image.size());
        }
      }
    }
    range.show(images);
    return images;
  }

  private Tensor batch(float[] z, int from) {
    int length = latents.length();
    float[] taken = Arrays.copyOfRange(z, from * length, (from + BATCH) * length);
    return Tensor.of(Shape.of(BATCH, length), taken);
  }

  private static Tensor numbers(int[] labels, int from) {
    double[] numbers = new double[BATCH];
    for (int i = 0; i < BATCH && from + i < labels.length; i++) {
      numbers[i] = labels[from + i];
    }
    return Tensor.of(Shape.of(BATCH, 1), numbers);
  }
}
