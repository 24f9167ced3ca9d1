package ganengine.gan.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.gan.UserError;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SlicedWassersteinTest {
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
  void identicalImagesAreNotApart() {
    float[] noise = noise(20, 28, 0.5, 1);

    assertThat(between(noise, noise, 28)).hasSize(2).containsOnly(0);
  }

  @Test
  void equalNoiseIsNearAndSmoothImagesAreFar() {
    float[] noise = noise(40, 28, 0.5, 1);
    float[] again = noise(40, 28, 0.5, 2);
    float[] smooth = new float[40 * 28 * 28];
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = (float) Math.sin(i % 28 / 4.0 + i / 784.0);
    }

    double near = between(noise, again, 28)[0];
    double far = between(noise, smooth, 28)[0];

    assertThat(near).isLessThan(60);
    assertThat(far).isGreaterThan(5 * near);
    assertThat(between(noise, smooth, 28)[0]).as("the same seed").isEqualTo(far);
  }

  @Test
  void thePyramidOfAConstantHasNothingButTheLastLevel() {
    float[] grey = new float[56 * 56];
    java.util.Arrays.fill(grey, 0.25f);

    float[][] levels = LaplacianPyramid.of(grey, 56, 1);

    assertThat(levels.length).isEqualTo(3);
    assertThat(levels[2]).hasSize(14 * 14);
    for (float value : levels[2]) {
      assertThat(value).isCloseTo(0.25f, within(1e-6f));
    }
    for (float value : levels[0]) {
      assertThat(value).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void levelsEndAtFourteen() {
    assertThat(LaplacianPyramid.levels(64)).isEqualTo(3);
    assertThat(LaplacianPyramid.levels(112)).isEqualTo(4);
    assertThat(LaplacianPyramid.levels(28)).isEqualTo(2);
    assertThat(LaplacianPyramid.levels(45)).isEqualTo(1);
  }

  @Test
  void smallImagesAreRefused() {
    assertThatThrownBy(() -> between(new float[2 * 8 * 8], new float[2 * 8 * 8], 8))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("14 x 14");
  }

  @Test
  void projectionsKeepDistances() {
    float[] images = noise(2, 28, 1, 3);

    Features features = RandomProjection.of(images, 784, 7);

    double pixels = 0;
    for (int i = 0; i < 784; i++) {
      pixels += Math.pow(images[i] - images[784 + i], 2);
    }
    double projected = 0;
    for (int i = 0; i < RandomProjection.WIDTH; i++) {
      projected +=
          Math.pow(features.values()[i] - features.values()[RandomProjection.WIDTH + i], 2);
    }
    assertThat(projected / pixels).isBetween(0.5, 1.6);
    assertThat(RandomProjection.of(images, 784, 7).values()).isEqualTo(features.values());
  }

  private static double[] between(float[] a, float[] b, int side) {
    return SlicedWasserstein.between(a, b, side, 1, 1, Stage.SILENT);
  }

  private static float[] noise(int count, int side, double deviation, long seed) {
    return Samples.normal(count, side * side, 0, deviation, seed).values();
  }
}
