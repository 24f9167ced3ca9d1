package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Part;
import ganengine.gan.data.RealData;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import org.junit.jupiter.api.Test;

final class ClassifierTest {
  @Test
  void readsTheTestDigitsInTheJar() {
    ImageSet digits = DataSets.images("digits", null);

    assertAccuracy(Classifier.Kind.DIGITS, digits, 0.99);
  }

  @Test
  void readsTheTestClothesWhereTheyAreAtHand() {
    ImageSet clothes =
        DataSets.images(
            "fashion-mnist",
            RealData.at("fashion-mnist").toString(),
            Part.TEST,
            DataSets.recipe("fashion-mnist"),
            Decoding.standard());

    assertAccuracy(Classifier.Kind.FASHION, clothes, 0.92);
  }

  @Test
  void featuresAreThoseBeforeTheLogits() {
    try (Device device = open();
        Classifier classifier = new Classifier(Classifier.Kind.DIGITS, device)) {
      float[] images = new float[3 * 784];
      java.util.Arrays.fill(images, 784, 1568, 1);

      Classifier.Reading reading = classifier.read(images);

      assertThat(reading.features().rows()).isEqualTo(3);
      assertThat(reading.features().width()).isEqualTo(64);
      assertThat(reading.features().slice(0, 1).values())
          .isEqualTo(reading.features().slice(2, 3).values())
          .isNotEqualTo(reading.features().slice(1, 2).values());
      assertThat(reading.classes()).hasSize(3);
      for (int i = 0; i < 3; i++) {
        float sum = 0;
        for (float probability : reading.probabilities().slice(i, i + 1).values()) {
          sum += probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-5f));
      }
    }
  }

  /** The accuracy is above this, and the one that the weights' file claims. */
  private static void assertAccuracy(Classifier.Kind kind, ImageSet test, double above) {
    float[] images = new float[test.count() * test.imageSize()];
    byte[] pixels = test.pixels();
    for (int i = 0; i < images.length; i++) {
      images[i] = (pixels[i] & 0xFF) / 127.5f - 1;
    }
    try (Device device = open();
        Classifier classifier = new Classifier(kind, device)) {
      double accuracy = LabelAccuracy.of(test.labels(), classifier.read(images).classes());

      assertThat(accuracy).isGreaterThan(above);
      assertThat(accuracy).isCloseTo(classifier.testAccuracy(), within(0.0005));
    }
  }

  private static Device open() {
    return Devices.open("cpu", new DeviceOptions(2, Precision.AUTO, false));
  }
}
