package ganengine.gan.measure;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.SafeTensors;
import ganengine.engine.io.Weights;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Softmax;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * One of the two classifiers in the jar, which {@code tools/train-classifiers} trained: a judge of
 * generated images, and a feature space for distances. What is measured in it is comparable with
 * what is measured in it alone, never with Inception's FID.
 */
public final class Classifier implements AutoCloseable {
  private static final String FOLDER = "/ganengine/gan/measure/";
  private static final int BATCH = 500;

  private final Scope scope;
  private final ClassifierNetwork network;
  private final double testAccuracy;

  /** What it tells apart. */
  public enum Kind {
    /** The digits of MNIST. */
    DIGITS("digits.safetensors"),
    /** The clothes of Fashion-MNIST. */
    FASHION("fashion.safetensors");

    private final String file;

    Kind(String file) {
      this.file = file;
    }

    /** The one that knows what this data set's images show, if there is one. */
    public static Optional<Kind> of(String dataSet) {
      return switch (dataSet) {
        case "digits", "mnist" -> Optional.of(DIGITS);
        case "fashion-mnist" -> Optional.of(FASHION);
        default -> Optional.empty();
      };
    }

    /** The same for what each channel of its images shows: of stacked digits a digit each. */
    public static Optional<Kind> ofChannels(String dataSet) {
      return switch (dataSet) {
        case "stacked-mnist", "stacked-mnist-60k" -> Optional.of(DIGITS);
        default -> of(dataSet);
      };
    }

    /** The name of its weights' file. */
    public String file() {
      return file;
    }
  }

  /**
   * What it says about images.
   *
   * @param features [images, {@value ClassifierNetwork#FEATURES}], of the layer before the logits
   * @param probabilities [images, {@value ClassifierNetwork#CLASSES}]
   * @param classes the most probable one of each image
   */
  @SuppressWarnings("ArrayRecordComponent") // Measured, never compared.
  public record Reading(Features features, Features probabilities, int[] classes) {
    /** How sure it is of the class of this image: its probability. */
    public float confidence(int image) {
      return probabilities.values()[image * probabilities.width() + classes[image]];
    }
  }

  /** Loads one from the jar; it is open between scopes opened before and after it. */
  public Classifier(Kind kind, Device device) {
    this(contents(kind), device);
  }

  private Classifier(SafeTensors.Contents contents, Device device) {
    this(contents.tensors(), Double.parseDouble(contents.metadata().get("testAccuracy")), device);
  }

  /** One of these weights, whose accuracy is yet to be found: NaN. */
  public Classifier(Map<String, HostTensor> weights, Device device) {
    this(weights, Double.NaN, device);
  }

  private Classifier(Map<String, HostTensor> weights, double testAccuracy, Device device) {
    this.testAccuracy = testAccuracy;
    scope = Scope.open(device);
    network = ClassifierNetwork.create(new RandomSource(0));
    Weights.load(weights, network.state());
  }

  private static SafeTensors.Contents contents(Kind kind) {
    String name = FOLDER + kind.file();
    try (InputStream in = Classifier.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("the jar lacks " + name);
      }
      byte[] bytes = in.readAllBytes();
      return SafeTensors.read(name, bytes.length, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Share of the data set's 10,000 test images that it gets right. */
  public double testAccuracy() {
    return testAccuracy;
  }

  /** Reads grey images [count, 28, 28, 1] in [-1, 1], at least one. */
  public Reading read(float[] images) {
    int size = ClassifierNetwork.SIDE * ClassifierNetwork.SIDE;
    int count = images.length / size;
    float[] features = new float[count * ClassifierNetwork.FEATURES];
    float[] probabilities = new float[count * ClassifierNetwork.CLASSES];
    for (int from = 0; from < count; from += BATCH) {
      int take = Math.min(BATCH, count - from);
      float[] batch = Arrays.copyOfRange(images, from * size, (from + take) * size);
      readBatch(batch, take, from, features, probabilities);
    }
    return new Reading(
        new Features(features, count, ClassifierNetwork.FEATURES),
        new Features(probabilities, count, ClassifierNetwork.CLASSES),
        mostProbable(probabilities, count));
  }

  private void readBatch(
      float[] images, int count, int from, float[] features, float[] probabilities) {
    try (Scope batch = Scope.inference()) {
      Shape shape = Shape.of(count, ClassifierNetwork.SIDE, ClassifierNetwork.SIDE, 1);
      Tensor body = network.body().forward(Tensor.of(shape, images), Pass.inference());
      Tensor odds = Softmax.softmax(network.head().forward(body, Pass.inference()));
      copy(body, features, from * ClassifierNetwork.FEATURES);
      copy(odds, probabilities, from * ClassifierNetwork.CLASSES);
    }
  }

  private static void copy(Tensor tensor, float[] target, int at) {
    float[] values = tensor.toFloats();
    System.arraycopy(values, 0, target, at, values.length);
  }

  private static int[] mostProbable(float[] probabilities, int count) {
    int[] classes = new int[count];
    for (int i = 0; i < count; i++) {
      int row = i * ClassifierNetwork.CLASSES;
      for (int c = 1; c < ClassifierNetwork.CLASSES; c++) {
        if (probabilities[row + c] > probabilities[row + classes[i]]) {
          classes[i] = c;
        }
      }
    }
    return classes;
  }

  @Override
  public void close() {
    scope.close();
  }
}
