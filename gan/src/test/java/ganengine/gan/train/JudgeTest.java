package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JudgeTest {
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

  /** Four images of 1 x 2 pixels with two channels, numbered 100 * image + 10 * pixel + channel. */
  private static Tensor images() {
    double[] values = new double[16];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 * (i / 4) + 10 * (i / 2 % 2) + i % 2;
    }
    return Tensor.of(Shape.of(4, 1, 2, 2), values);
  }

  @Test
  void aPackIsNeighboursSideBySideInChannels() {
    Tensor packed = new Judge(new Flatten(), 2).packed(images());
    assertThat(packed.shape()).isEqualTo(Shape.of(2, 1, 2, 4));
    assertThat(packed.toDoubles())
        .containsExactly(0, 1, 100, 101, 10, 11, 110, 111, 200, 201, 300, 301, 210, 211, 310, 311);
  }

  @Test
  void labelsOfAPackStandBehindItsPixels() {
    Judge judge = new Judge(new Flatten(), 2);
    Tensor labels = Tensor.of(Shape.of(4, 2), 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0);
    Tensor judged = judge.logits(judge.packed(images()), labels, Pass.inference());
    assertThat(judged.shape()).isEqualTo(Shape.of(2, 12));
    assertThat(judged.toDoubles()).startsWith(0, 1, 100).endsWith(1, 0, 1, 0);
  }

  @Test
  void imagesThatMakeNoWholePacks() {
    assertThatThrownBy(() -> new Judge(new Flatten(), 3).packed(images()))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("4 images are no whole packs of 3")
        .hasMessageNotContaining("\n");
  }
}
