package ganengine.gan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EvaluatorsTest {
  private static final ImageSet DIGITS = DataSets.images("digits", null);

  private final Device device = Devices.open("cpu", new DeviceOptions(2, Precision.AUTO, false));
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open(device);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  @Test
  void aGeneratorThatKnowsTheDigitsGetsWhatRealOnesGet() {
    Evaluation found = measure(DIGITS, MadeUp.digitsByLabel(DIGITS), 1000);

    Measured frechet = line(found, "Frechet");
    assertThat(frechet.value()).isCloseTo(frechet.real(), within(0.5 * frechet.real()));
    assertThat(line(found, "kernel").value()).isCloseTo(0, within(0.05));
    assertThat(line(found, "inception").value()).isCloseTo(9.7, within(0.4));
    assertThat(line(found, "precision").value()).isGreaterThan(0.9);
    assertThat(line(found, "coverage").value()).isGreaterThan(0.85);
    assertThat(line(found, "label accuracy").value()).isGreaterThan(0.97);
    assertThat(line(found, "label accuracy").real()).isGreaterThan(0.97);
    assertThat(found.notes()).anyMatch(note -> note.contains("no FID"));
  }

  /** The classifiers know grey ones only. */
  @Test
  void colouredDigitsAreMeasuredAsImages() {
    ImageSet coloured = DIGITS.prepared(DataSets.recipe("digits").withChannels(3));
    assertThat(Evaluators.of(coloured)).isInstanceOf(ImageEvaluator.class);
  }

  @Test
  void aGeneratorOfOneImageIsFarAndCoversNothing() {
    Evaluation found = measure(DIGITS, MadeUp.constant(28, 1, -1), 500);

    Measured frechet = line(found, "Frechet");
    assertThat(frechet.value()).isGreaterThan(20 * frechet.real());
    assertThat(line(found, "inception").value()).isCloseTo(1, within(1e-3));
    assertThat(line(found, "coverage").value()).isLessThan(0.1);
    assertThat(line(found, "1-NN").value()).isGreaterThan(0.9);
    assertThat(found.measures()).noneMatch(line -> line.name().equals("label accuracy"));
  }

  @Test
  void stacksShowTheirModesAndBothFloors() {
    StackedDigits stacks = StackedDigits.draw("stacked-mnist", DIGITS, 5000, 1);

    Evaluation found = measure(stacks, MadeUp.stacks(DIGITS), 3000);

    Measured modes = line(found, "modes");
    assertThat(modes.value()).isCloseTo(950, within(15.0)); // 1000 (1 - e^-3)
    assertThat(modes.real()).isCloseTo(950, within(15.0));
    assertThat(line(found, "KL").value()).isCloseTo(line(found, "KL").real(), within(0.04));
    assertThat(found.notes().get(0)).contains("floors at N = 3,000").contains("+-");
    assertThat(found.notes().get(1)).contains("99.");
  }

  @Test
  void collapsedStacksAreOneMode() {
    StackedDigits stacks = StackedDigits.draw("stacked-mnist", DIGITS, 100, 1);

    Evaluation found = measure(stacks, MadeUp.constant(28, 3, -1), 100);

    assertThat(line(found, "modes").value()).isEqualTo(1);
    assertThat(line(found, "KL").value()).isCloseTo(Math.log(1000), within(1e-9));
  }

  @Test
  void pointsOfTheMixtureItselfReachTheCeiling() {
    PointSet ring = PointSet.ring(5000, 1);

    Evaluation found = measure(ring, MadeUp.points(PointSet.ring(2500, 2)), 2500);

    assertThat(line(found, "modes").value()).isEqualTo(8);
    assertThat(line(found, "high quality").value()).isCloseTo(0.989, within(0.01));
    assertThat(line(found, "reverse KL").value()).isCloseTo(0.0014, within(0.002));
  }

  @Test
  void pointsWithoutQualityHaveNoDivergence() {
    PointSet grid = PointSet.grid(5000, 1);

    Evaluation found = measure(grid, MadeUp.constant(1, 2, 0.99f), 100);

    assertThat(line(found, "modes").value()).isZero();
    assertThat(line(found, "reverse KL").value()).isNull();
  }

  @Test
  void otherImagesAreMeasuredOnPixels() {
    ImageSet noise = noise(400);

    Evaluation found = measure(noise, MadeUp.noise(16, 3), 150);

    assertThat(found.measures()).extracting(Measured::samples).containsOnly(150);
    Measured wasserstein = line(found, "sliced Wasserstein x 1000 (patches at 16 x 16)");
    assertThat(wasserstein.value()).isCloseTo(wasserstein.real(), within(0.5 * wasserstein.real()));
    assertThat(line(found, "1-NN two-sample accuracy (pixels)").value())
        .isCloseTo(0.5, within(0.15));
    assertThat(line(found, "precision (random projections)").value()).isGreaterThan(0.5);
  }

  @Test
  void theSameSeedGivesTheSameValues() {
    Evaluation one = measure(DIGITS, MadeUp.noise(28, 1), 60);
    Evaluation two = measure(DIGITS, MadeUp.noise(28, 1), 60);

    assertThat(two.measures())
        .extracting(Measured::value)
        .isEqualTo(one.measures().stream().map(Measured::value).toList());
  }

  @Test
  void aGlanceIsAFewNumbers() {
    StackedDigits stacks = StackedDigits.draw("stacked-mnist", DIGITS, 100, 1);

    assertThat(Evaluators.of(DIGITS).glance(MadeUp.digitsByLabel(DIGITS), 100, 1))
        .containsOnlyKeys("frechetDistance", "kernelDistance", "labelAccuracy");
    assertThat(Evaluators.of(stacks).glance(MadeUp.constant(28, 3, -1), 50, 1))
        .containsEntry("modes", 1.0)
        .containsKey("kl");
    assertThat(Evaluators.of(PointSet.ring(100, 1)).glance(MadeUp.constant(1, 2, 9), 50, 1))
        .containsEntry("modes", 0.0)
        .doesNotContainKey("reverseKl");
    assertThat(Evaluators.of(noise(100)).glance(MadeUp.noise(16, 3), 40, 1))
        .containsOnlyKeys("slicedWasserstein16");
  }

  @Test
  void aGlanceOfRealDataIsBetterThanOneOfNoise() {
    StackedDigits stacks = StackedDigits.draw("stacked-mnist", DIGITS, 100, 1);
    Evaluator digits = Evaluators.of(DIGITS);
    Map<String, Double> real = digits.glanceOfReal(100, 1);

    assertThat(real).containsOnlyKeys("frechetDistance", "kernelDistance", "labelAccuracy");
    assertThat(real.get("labelAccuracy")).isGreaterThan(0.95);
    assertThat(real.get("frechetDistance"))
        .isLessThan(digits.glance(MadeUp.noise(28, 1), 100, 1).get("frechetDistance") / 5);
    assertThat(Evaluators.of(stacks).glanceOfReal(100, 1).get("modes")).isGreaterThan(50);
    assertThat(Evaluators.of(PointSet.ring(1000, 1)).glanceOfReal(500, 1))
        .containsEntry("modes", 8.0)
        .containsKeys("highQuality", "reverseKl");
    Evaluator coloured = Evaluators.of(noise(100));
    assertThat(coloured.glanceOfReal(40, 1).get("slicedWasserstein16"))
        .isLessThan(coloured.glance(MadeUp.constant(16, 3, -1), 40, 1).get("slicedWasserstein16"));
  }

  @Test
  void digitsOfAnotherSizeAreReadToo() {
    Evaluation found = measure(DIGITS.scaledTo(32), MadeUp.digitsByLabel(DIGITS.scaledTo(32)), 200);

    assertThat(line(found, "label accuracy").value()).isGreaterThan(0.95);
  }

  @Test
  void tooFewRealImagesAreRefused() {
    assertThatThrownBy(() -> measure(noise(3), MadeUp.noise(16, 3), 100))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("4 real images, found 100 and 3");
    assertThatThrownBy(() -> measure(DIGITS, MadeUp.noise(28, 1), 4))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at least 6 samples of each kind, found 4");
  }

  private static Evaluation measure(
      ganengine.gan.data.DataSet data, SampleSource source, int samples) {
    return Evaluators.of(data).measure(source, samples, 7, EvaluationListener.SILENT);
  }

  private static Measured line(Evaluation evaluation, String start) {
    return evaluation.measures().stream()
        .filter(line -> line.name().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static ImageSet noise(int count) {
    byte[] pixels = new byte[count * 16 * 16 * 3];
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    return new ImageSet("faces", count, 16, 16, 3, pixels, null, 0);
  }
}
