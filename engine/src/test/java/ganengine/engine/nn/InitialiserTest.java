package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mean, deviation and range of first weights. */
class InitialiserTest {
  private static final int COUNT = 40_000;
  private static final int FAN_IN = 50;
  private static final int FAN_OUT = 150;

  private Device device;
  private Scope scope;
  private RandomSource random;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
    random = new RandomSource(9);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  @Test
  void constants() {
    assertThat(DoubleStream.of(values(Initialiser.zeros())).distinct().toArray())
        .containsExactly(0);
    assertThat(DoubleStream.of(values(Initialiser.constant(-3))).distinct().toArray())
        .containsExactly(-3);
  }

  @Test
  void normalOnes() {
    assertMoments(Initialiser.normal(-1, 2), -1, 2);
    assertMoments(Initialiser.dcgan(), 0, 0.02);
    assertMoments(Initialiser.dcganScale(), 1, 0.02);
    assertMoments(Initialiser.kaimingNormal(0), 0, 0.2);
    assertMoments(Initialiser.kaimingNormal(1), 0, Math.sqrt(1.0 / 50));
    assertMoments(Initialiser.xavierNormal(), 0, 0.1);
  }

  @Test
  void uniformOnes() {
    assertMoments(Initialiser.kaimingUniform(0), 0, 0.2);
    assertRange(Initialiser.kaimingUniform(0), Math.sqrt(6.0 / 50));
    assertMoments(Initialiser.kaimingUniform(1), 0, Math.sqrt(1.0 / 50));
    assertMoments(Initialiser.xavierUniform(), 0, 0.1);
    assertRange(Initialiser.xavierUniform(), Math.sqrt(6.0 / 200));
  }

  @Test
  void layersTellTheirFans() {
    int[] fans = new int[2];
    Initialiser spy =
        (shape, fanIn, fanOut, source) -> {
          fans[0] = fanIn;
          fans[1] = fanOut;
          return Tensor.full(shape, 0);
        };
    assertThat(new Dense(3, 7, true, spy, random).parameters()).hasSize(2);
    assertThat(fans).containsExactly(3, 7);
    assertThat(new Conv2d(4, 8, 5, ConvSpec.of(2, 1).grouped(2), false, spy, random).parameters())
        .hasSize(1);
    assertThat(fans).containsExactly(5 * 5 * 2, 5 * 5 * 4);
    assertThat(new ConvTranspose2d(4, 8, 4, ConvSpec.of(2, 1), false, spy, random).parameters())
        .hasSize(1);
    assertThat(fans).containsExactly(2 * 2 * 4, 4 * 4 * 8);
  }

  private double[] values(Initialiser initialiser) {
    return initialiser.values(Shape.of(COUNT), FAN_IN, FAN_OUT, random).toDoubles();
  }

  /** Within four standard errors of the mean, five of a normal's deviation. */
  private void assertMoments(Initialiser initialiser, double mean, double deviation) {
    double[] values = values(initialiser);
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += (value - mean) * (value - mean);
    }
    assertThat(sum / COUNT).isEqualTo(mean, within(4 * deviation / Math.sqrt(COUNT)));
    assertThat(Math.sqrt(squares / COUNT))
        .isEqualTo(deviation, within(5 * deviation / Math.sqrt(2.0 * COUNT)));
  }

  private void assertRange(Initialiser initialiser, double limit) {
    double[] values = values(initialiser);
    assertThat(DoubleStream.of(values).max().orElseThrow()).isBetween(limit * 0.999, limit);
    assertThat(DoubleStream.of(values).min().orElseThrow()).isBetween(-limit, -limit * 0.999);
  }
}
