package ganengine.gan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.PointSet;
import ganengine.gan.data.StackedDigits;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModeCounterTest {
  private final ImageSet digits = DataSets.images("digits", null);

  private static int count(DataSet data, float[] samples) {
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Scope scope = Scope.open(device)) {
      assertThat(scope.device()).isSameAs(device);
      return ModeCounter.of(data).orElseThrow().count(samples);
    }
  }

  private float[] pictures(int... numbers) {
    int size = digits.imageSize();
    float[] pictures = new float[numbers.length * size];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = (digits.pixels()[numbers[i / size] * size + i % size] & 0xFF) / 127.5f - 1;
    }
    return pictures;
  }

  private int first(int label) {
    int at = 0;
    while (digits.labels()[at] != label) {
      at++;
    }
    return at;
  }

  @Test
  void pointsBelongToTheNearestCentreHoweverFar() {
    PointSet ring = PointSet.ring(100, 1);
    assertThat(count(ring, Arrays.copyOf(ring.points(), 2 * 100))).isEqualTo(8);
    assertThat(count(ring, new float[] {2, 0, 3, 0.1f, 0.5f, 0, 0, -9})).isEqualTo(2);
  }

  @Test
  void digitsBelongToWhatTheClassifierSees() {
    assertThat(count(digits, pictures(first(3), first(3), first(7), first(0)))).isEqualTo(3);
  }

  @Test
  void stacksBelongToTheirThreeDigits() {
    StackedDigits stacks = StackedDigits.draw("stacked", digits, 10, 1);
    float[] one = stack(first(1), first(2), first(3));
    float[] other = stack(first(1), first(2), first(4));
    float[] both = Arrays.copyOf(one, 3 * one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    System.arraycopy(one, 0, both, 2 * one.length, one.length);
    assertThat(count(stacks, both)).isEqualTo(2);
  }

  private float[] stack(int red, int green, int blue) {
    float[] planes = pictures(red, green, blue);
    float[] stack = new float[planes.length];
    int pixels = digits.imageSize();
    for (int i = 0; i < stack.length; i++) {
      stack[i % pixels * 3 + i / pixels] = planes[i];
    }
    return stack;
  }

  @Test
  void ofOtherImagesNobodyKnows() {
    ImageSet faces = new ImageSet("faces", 1, 2, 2, 1, new byte[4], null, 0);
    assertThat(ModeCounter.of(faces)).isEmpty();
  }
}
