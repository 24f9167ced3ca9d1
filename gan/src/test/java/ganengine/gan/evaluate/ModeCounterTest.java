package ganengine.gan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModeCounterTest {
  private final EmbeddedPictures digits = new EmbeddedPictures();

  private static int count(DataSet data, float[] samples) {
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      assertThat(scope.device()).isSameAs(device);
      return ModeCounter.of(data).orElseThrow().count(samples);
    }
  }

  @Test
  void pointsBelongToTheNearestCentreHoweverFar() {
    PointSet ring = PointSet.ring(100, 1);
    assertThat(count(ring, Arrays.copyOf(ring.points(), 2 * 100))).isEqualTo(8);
    assertThat(count(ring, new float[] {2, 0, 3, 0.1f, 0.5f, 0, 0, -9})).isEqualTo(2);
  }

  @Test
  void digitsBelongToWhatTheClassifierSees() {
    assertThat(count(digits.set(), digits.of(3, 3, 7, 0))).isEqualTo(3);
  }

  @Test
  void stacksBelongToTheirThreeDigits() {
    StackedDigits stacks = StackedDigits.draw("stacked", digits.set(), 10, 1);
    float[] one = digits.stacked(1, 2, 3);
    float[] other = digits.stacked(1, 2, 4);
    float[] both = Arrays.copyOf(one, 3 * one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    System.arraycopy(one, 0, both, 2 * one.length, one.length);
    assertThat(count(stacks, both)).isEqualTo(2);
  }

  @Test
  void ofOtherImagesNobodyKnows() {
    ImageSet faces = new ImageSet("faces", 1, 2, 2, 1, new byte[4], null, 0);
    assertThat(ModeCounter.of(faces)).isEmpty();
  }
}
