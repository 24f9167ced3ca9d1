package ganengine.gan.model;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.MaxPool;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Upsample;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plain convolutional networks halve and double an image as often as it is large. */
@SuppressWarnings("try") // Scopes work by being open.
final class CnnTest {
  private static final int CHANNELS = 2;

  @ParameterizedTest
  @CsvSource({"8, 2", "12, 2", "20, 2", "28, 2", "32, 2", "36, 2", "40, 3", "64, 3", "112, 4"})
  void halvesDownToAboutEight(int side, int halvings) {
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(1);
      Cnn cnn = new Cnn(CHANNELS, side);
      List<Module> generator = cnn.generator(5, 3, random);
      List<Module> discriminator =
          cnn.discriminator(3, new DiscriminatorStyle("batch", false), random);

      assertThat(generator).filteredOn(Upsample.class::isInstance).hasSize(halvings);
      assertThat(discriminator).filteredOn(MaxPool.class::isInstance).hasSize(halvings);
      assertThat(discriminator).filteredOn(Conv2d.class::isInstance).hasSize(halvings);
      Shape image = Shape.of(1, side, side, 3);
      assertThat(output(generator, Shape.of(1, 5))).isEqualTo(image);
      assertThat(output(discriminator, image)).isEqualTo(Shape.of(1, 1));
      int smallest = side >> halvings;
      Shape features = Shape.of(1, smallest, smallest, CHANNELS << (halvings - 1));
      assertThat(output(discriminator.subList(0, discriminator.size() - 2), image))
          .isEqualTo(features);
    }
  }

  private static Shape output(List<Module> layers, Shape input) {
    Shape shape = input;
    for (Module layer : layers) {
      shape = layer.outputShape(shape);
    }
    return shape;
  }
}
