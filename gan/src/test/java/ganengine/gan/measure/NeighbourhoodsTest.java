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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NeighbourhoodsTest {
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
  void equalSetsAreWhollyPreciseAndRecalledButLearntByHeart() {
    Features features = Samples.normal(500, 8, 1, 1, 1);

    Neighbourhoods found = Neighbourhoods.of(features, features, Stage.SILENT);

    assertThat(found.precision()).isEqualTo(1);
    assertThat(found.recall()).isEqualTo(1);
    assertThat(found.coverage()).isEqualTo(1);
    assertThat(found.density()).isCloseTo(1.2, within(0.01)); // The sample itself and five others.
    assertThat(found.twoSample()).isZero();
  }

  @Test
  void disjointSetsHaveNothingInCommon() {
    Neighbourhoods found =
        Neighbourhoods.of(
            Samples.normal(200, 8, 0, 1, 1), Samples.normal(200, 8, 50, 1, 2), Stage.SILENT);

    assertThat(found).isEqualTo(new Neighbourhoods(0, 0, 0, 0, 1));
  }

  @Test
  void equalDistributionsCannotBeTold() {
    Neighbourhoods found =
        Neighbourhoods.of(
            Samples.normal(3000, 4, 0, 1, 1), Samples.normal(3000, 4, 0, 1, 2), Stage.SILENT);

    assertThat(found.twoSample()).isCloseTo(0.5, within(0.02));
    assertThat(found.density()).isCloseTo(1, within(0.05));
    // Naeem et al. 2020, section 3.4: 1 - (1/2)^k for equal distributions.
    assertThat(found.coverage()).isCloseTo(1 - 1 / 32.0, within(0.01));
  }

  /** Generated samples at a third of the real spread: precise, but they recall little. */
  @Test
  void aNarrowGeneratorIsPreciseButRecallsLittle() {
    Neighbourhoods found =
        Neighbourhoods.of(
            Samples.normal(1000, 4, 0, 1, 1), Samples.normal(1000, 4, 0, 0.3, 2), Stage.SILENT);

    assertThat(found.precision()).isGreaterThan(0.95);
    assertThat(found.recall()).isLessThan(0.3);
  }

  /**
   * By hand on a line. Real 0 1 2 3 4 5 with third-neighbour radii 3 2 2 2 2 3, fifth 5 4 3 3 4 5;
   * generated 0.5, 6, 6.6, 20 and two more far away, with third-neighbour radii of their own.
   */
  @Test
  void pointsOnALineByHand() {
    Features real = Samples.line(0, 1, 2, 3, 4, 5);
    Features generated = Samples.line(0.5f, 6, 8.5f, 100, 200, 300);

    Neighbourhoods found = Neighbourhoods.of(real, generated, Stage.SILENT);

    assertThat(found.precision()).isCloseTo(2 / 6.0, within(1e-9)); // 0.5 and 6 (5 reaches to 8).
    // 0.5 lies in all six balls (5 reaches to 0), 6 in those of 3, 4, 5 and 2 ends before it,
    // 8.5 in that of 5.
    assertThat(found.density()).isCloseTo((6 + 3 + 1) / 5.0 / 6, within(1e-9));
    assertThat(found.coverage()).isEqualTo(1);
    assertThat(found.recall()).isEqualTo(1); // The ball of 0.5 reaches to 100.
  }

  @Test
  void aLargeSetGoesThroughBlocksAndTellsHowFar() {
    List<Double> shares = new ArrayList<>();
    Features real = Samples.normal(2500, 2, 0, 1, 1);
    Features moved = Samples.normal(2500, 2, 0, 1, 2);

    Neighbourhoods found = Neighbourhoods.of(real, moved, shares::add);

    assertThat(shares).isSorted().hasSize(9).endsWith(1.0);
    assertThat(found.twoSample()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void tooFewOrUnequalNumbersAreRefused() {
    Features five = Samples.line(1, 2, 3, 4, 5);
    Features seven = Samples.line(1, 2, 3, 4, 5, 6, 7);

    assertThatThrownBy(() -> Neighbourhoods.of(five, five, Stage.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at least 6 samples of each kind, found 5");
    assertThatThrownBy(() -> Neighbourhoods.of(seven, Samples.line(1, 2, 3, 4, 5, 6), Stage.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 real, but 6 generated");
  }

  @Test
  void theKernelDistanceOfEqualDistributionsIsAroundZero() {
    Estimate equal =
        KernelDistance.between(
            Samples.normal(5000, 16, 0, 1, 1), Samples.normal(5000, 16, 0, 1, 2));
    Estimate shifted =
        KernelDistance.between(
            Samples.normal(5000, 16, 0, 1, 1), Samples.normal(5000, 16, 0.5, 1, 2));

    assertThat(equal.mean()).isCloseTo(0, within(3 * equal.deviation()));
    assertThat(shifted.mean()).isGreaterThan(20 * equal.deviation());
  }

  /** (xy + 1)^3 for 0, 1 against 2, 3: 1 + (6 + 1)^3 - 2 (1 + 1 + 27 + 64) / 4. */
  @Test
  void theKernelDistanceByHand() {
    Estimate found = KernelDistance.between(Samples.line(0, 1), Samples.line(2, 3));

    assertThat(found.mean()).isCloseTo(1 + 343 - 2 * (1 + 1 + 27 + 64) / 4.0, within(1e-9));
    assertThat(found.deviation()).isZero();
  }
}
