package ganengine.gan.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Stage;
import ganengine.gan.train.SmallRuns;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
  private final ImageSet digits = SmallRuns.digits(28);
  private Device device;
  private Scope scope;

  @BeforeEach
  void open() {
    device = Devices.open("cpu", new DeviceOptions(1));
    scope = Scope.open(device);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  private Neighbours find(float[] samples) {
    int[] reals = {0, 50, 100, 150, 200};
    FeatureSpace pixels = FeatureSpace.pixels(digits.imageSize());
    return Neighbours.find(samples, digits, reals, 2, pixels, Stage.SILENT);
  }

  @Test
  void copiesAreFoundAndToldApart() {
    float[] samples = Neighbours.images(digits, 41, 2);
    for (int p = digits.imageSize(); p < samples.length; p++) {
      samples[p] = p % 2 == 0 ? 1 : -1;
    }

    Neighbours found = find(samples);
    NeighbourReport.Space report = NeighbourReport.Space.of(found);

    assertThat(found.samples()).isEqualTo(2);
    assertThat(found.numbers()[0]).isEqualTo(41);
    assertThat(report.smallestRatio()).isCloseTo(0, within(0.01));
    assertThat(report.copies()).isEqualTo(1);
    assertThat(report.samples().get(1).ratio()).as("stripes").isGreaterThan(2);
    assertThat(report.samples().get(0).neighbours()).hasSize(2);
  }

  @Test
  void aRealImageIsNotItsOwnNeighbour() {
    Neighbours found = find(Neighbours.images(digits, 0, 1));

    // The first sample is real image 0, of which the second nearest is the real one's nearest.
    assertThat(found.ofReal()).hasSize(5);
    assertThat(DoubleStream.of(found.ofReal())).allMatch(distance -> distance > 1);
    assertThat(found.ofReal()[0]).isCloseTo(found.distances()[1], within(1e-3));
  }
}
