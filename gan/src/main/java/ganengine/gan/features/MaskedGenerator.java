package ganengine.gan.features;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Binary;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.measure.Stage;
import java.util.Arrays;

/** A generator whose activations of a layer can be read and left out. In inference. */
public final class MaskedGenerator {
  private static final int BATCH = 64;

  private final FeatureLayers layers;
  private final int layer;
  private final Module front;
  private final int inputs;

  /**
   * Cuts a generator behind a layer.
   *
   * @param inputs numbers that it takes for an image: z, and a one-hot label behind it if any
   * @param layer counted from 1; 0 for the last, which is the input of the last convolution
   * @throws ganengine.gan.UserError if it has no feature maps, or no such layer
   */
  public MaskedGenerator(Module generator, int inputs, int layer) {
    this.inputs = inputs;
    layers = FeatureLayers.of(generator, Shape.of(1, inputs));
    this.layer = layer == 0 ? layers.count() : layers.require(layer, "--layer");
    front = layers.upTo(this.layer);
  }

  /** The layer, counted from 1. */
  public int layer() {
    return layer;
  }

  /** Its maps for one image: [1, height, width, maps]. */
  public Shape maps() {
    return layers.shape(layer);
  }

  /**
   * The layer's values, [count, height, width, maps].
   *
   * @param input [count, inputs]
   */
  public float[] values(float[] input, Stage done) {
    int count = input.length / inputs;
    float[] values = new float[Math.multiplyExact(count, maps().elements())];
    for (int from = 0; from < count; from += BATCH) {
      int to = Math.min(count, from + BATCH);
      try (Scope batch = Scope.inference()) {
        float[] part = Arrays.copyOfRange(input, from * inputs, to * inputs);
        Tensor maps = front.forward(Tensor.of(Shape.of(to - from, inputs), part), Pass.inference());
        float[] found = maps.toFloats();
        System.arraycopy(found, 0, values, from * maps().elements(), found.length);
      }
      done.reached((double) to / count);
    }
    return values;
  }

  /**
   * The images that these values become, [count, side, side, channels] in the networks' range.
   *
   * @param values as {@link #values} gives them
   * @param dropped those of an image's values that are 0 instead, from 0: (row * width + column) *
   *     maps + map
   */
  public float[] images(float[] values, int[] dropped, Stage done) {
    int size = maps().elements();
    int count = values.length / size;
    float[] kept = new float[size];
    Arrays.fill(kept, 1);
    for (int value : dropped) {
      kept[value] = 0;
    }
    float[] images = new float[0];
    for (int from = 0; from < count; from += BATCH) {
      int to = Math.min(count, from + BATCH);
      try (Scope batch = Scope.inference()) {
        float[] part = Arrays.copyOfRange(values, from * size, to * size);
        Tensor masked =
            Binary.multiply(Tensor.of(maps().with(0, to - from), part), Tensor.of(maps(), kept));
        float[] drawn = layers.outputOf(layer, masked).toFloats();
        if (from == 0) {
          images = new float[drawn.length / to * count];
        }
        System.arraycopy(drawn, 0, images, drawn.length / (to - from) * from, drawn.length);
      }
      done.reached((double) to / count);
    }
    return images;
  }
}
