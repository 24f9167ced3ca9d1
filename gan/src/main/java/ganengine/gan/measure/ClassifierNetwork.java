package ganengine.gan.measure;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.BatchNorm;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Dropout;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.MaxPool;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.PoolSpec;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small convolutional network that tells ten kinds of 28 x 28 grey images apart: three 3x3
 * convolutions with batch norm and ReLU, which halve 28 to 14, 7 and 4, then a dense layer.
 *
 * @param body images [batch, 28, 28, 1] in [-1, 1] to features [batch, {@value #FEATURES}], each at
 *     least 0
 * @param head features to logits [batch, {@value #CLASSES}]
 */
public record ClassifierNetwork(Module body, Module head) {
  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Width of the layer before the logits. */
  public static final int FEATURES = 64;

  /** Kinds of images. */
  public static final int CLASSES = 10;

  private static final int WIDTH = 16;
  private static final int LAST_SIDE = 4;
  private static final double DROPOUT = 0.3;

  /** Fresh weights from this source, in the innermost scope. */
  public static ClassifierNetwork create(RandomSource random) {
    Module body =
        Sequential.of(
            convolution(1, WIDTH, 1, random),
            new BatchNorm(WIDTH),
            Activation.relu(),
            new MaxPool(PoolSpec.of(2)),
            convolution(WIDTH, 2 * WIDTH, 1, random),
            new BatchNorm(2 * WIDTH),
            Activation.relu(),
            new MaxPool(PoolSpec.of(2)),
            convolution(2 * WIDTH, 4 * WIDTH, 2, random),
            new BatchNorm(4 * WIDTH),
            Activation.relu(),
            new Flatten(),
            new Dense(LAST_SIDE * LAST_SIDE * 4 * WIDTH, FEATURES, random),
            Activation.relu());
    Module head = Sequential.of(new Dropout(DROPOUT), new Dense(FEATURES, CLASSES, random));
    return new ClassifierNetwork(body, head);
  }

  private static Conv2d convolution(int in, int out, int stride, RandomSource random) {
    return new Conv2d(
        in, out, 3, ConvSpec.of(stride, 1), false, Initialiser.kaimingUniform(0), random);
  }

  /** Weights and running statistics of both parts. */
  public Map<String, Parameter> state() {
    Map<String, Module> parts = new LinkedHashMap<>();
    parts.put("body", body);
    parts.put("head", head);
    return Sequential.named(parts).state();
  }
}
