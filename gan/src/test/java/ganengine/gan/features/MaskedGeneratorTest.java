package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Reshape;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.measure.Stage;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A generator made by hand: map 0 is a background everywhere, map 1 an object in one corner. */
final class MaskedGeneratorTest {
  private static final float[] Z = {1, 0, 1, 1, 2, 0, 2, 3, 1, 2, 3, 0};
  private static final boolean[] PRESENT = {false, true, false, true, true, false};

  private Device device;
  private Scope scope;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  /** From z = (background, object): an image of 2 x 2, the object at the upper left. */
  private static Sequential generator() {
    RandomSource none = new RandomSource(0);
    Initialiser places =
        (shape, in, out, random) ->
            Tensor.of(shape, 1.0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
    Initialiser draws = (shape, in, out, random) -> Tensor.of(shape, 0.1, 0.5);
    return Sequential.of(
        new Dense(2, 8, false, places, none),
        new Reshape(Shape.of(2, 2, 2)),
        Activation.relu(),
        new Conv2d(2, 1, 1, ConvSpec.of(1, 0), false, draws, none));
  }

  @Test
  void theFeatureThatDrawsTheObjectIsFoundAndDroppedAlone() {
    MaskedGenerator masked = new MaskedGenerator(generator(), 2, 0);
    float[] values = masked.values(Z, Stage.SILENT);
    LogisticRegression found = LogisticRegression.fit(values, PRESENT, 10);

    assertThat(found.positive(1)).containsExactly(1);
    float[] with = masked.images(values, new int[0], Stage.SILENT);
    float[] without = masked.images(values, found.positive(1), Stage.SILENT);
    // The fourth sample, z = (2, 3).
    assertThat(part(with)).containsExactly(new float[] {1.7f, 0.2f, 0.2f, 0.2f}, within(1e-6f));
    assertThat(part(without)).containsExactly(new float[] {0.2f, 0.2f, 0.2f, 0.2f}, within(1e-6f));
  }

  private static float[] part(float[] images) {
    return java.util.Arrays.copyOfRange(images, 12, 16);
  }

  @Test
  void placesInBoxesStandAgainstAsManyOutside() {
    MaskedGenerator masked = new MaskedGenerator(generator(), 2, 1);
    float[] values = masked.values(Z, Stage.SILENT);
    // Each of the 2 x 2 places stands for 14 x 14 pixels.
    ObjectBoxes boxes =
        new ObjectBoxes(
            java.util.List.of(
                new ObjectBoxes.Box(3, 0, 0, 14, 14), new ObjectBoxes.Box(4, 2, 2, 12, 12)));

    Evidence evidence = Evidence.ofPlaces(values, masked.maps(), boxes, 28, 1);

    assertThat(evidence.present()).containsExactly(true, true, false, false);
    assertThat(evidence.rows()).startsWith(2, 3, 1, 2);
    assertThat(evidence.rows()[5]).isZero();
    assertThat(evidence.rows()[7]).isZero();
  }

  @Test
  void whatIsEverywhereOrNowhereTeachesNothing() {
    float[] values = new float[16];
    assertThatThrownBy(() -> new Evidence(values, new boolean[] {false, false}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("in none of 2 samples");
    assertThatThrownBy(() -> new Evidence(values, new boolean[] {true, true}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("in all of 2 samples");
  }

  @Test
  void layersAreCountedFromOne() {
    assertThat(new MaskedGenerator(generator(), 2, 0).layer()).isEqualTo(1);
    assertThatThrownBy(() -> new MaskedGenerator(generator(), 2, 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--layer 2: the network has 1 layers of feature maps");
    Sequential dense = Sequential.of(new Dense(2, 2, new RandomSource(1)), Activation.tanh());
    assertThatThrownBy(() -> new MaskedGenerator(dense, 2, 0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected a run of model dcgan, cnn, tiny or resnet");
  }
}
