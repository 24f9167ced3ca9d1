package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Losses;
import ganengine.engine.op.PoolSpec;
import ganengine.engine.optim.Adam;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole networks: they learn, the same way every time, and in memory that does not grow. */
@SuppressWarnings("try") // Scopes work by being open.
class TrainingTest {
  private static final int POINTS = 120;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void twoMoonsAreToldApart(String name) {
    double[] points = new double[2 * POINTS];
    double[] labels = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      labels[i] = i % 2;
      double angle = Math.PI * i / POINTS;
      double side = 1 - 2 * labels[i];
      points[2 * i] = side * Math.cos(angle) + labels[i];
      points[2 * i + 1] = side * Math.sin(angle) + labels[i] / 2;
    }
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      RandomSource random = new RandomSource(3);
      Sequential network =
          Sequential.of(
              new Dense(2, 24, random),
              new LayerNorm(24),
              Activation.leakyRelu(0.1),
              new Dense(24, 24, random),
              Activation.relu(),
              new Dense(24, 1, random));
      Adam adam = new Adam(network.state(), 0.02);
      Tensor x = Tensor.of(Shape.of(POINTS, 2), points);
      Tensor y = Tensor.of(Shape.of(POINTS, 1), labels);
      for (int i = 0; i < 200; i++) {
        try (Scope step = Scope.open()) {
          Tensor logits = network.forward(x, Pass.training(random));
          adam.step(Gradients.of(Losses.binaryCrossEntropy(logits, y), network.parameters()));
        }
      }
      float[] logits = network.forward(x, Pass.inference()).toFloats();
      int right = 0;
      for (int i = 0; i < POINTS; i++) {
        right += (logits[i] > 0) == (labels[i] == 1) ? 1 : 0;
      }
      assertThat(right).isGreaterThanOrEqualTo(POINTS * 98 / 100);
    }
  }

  @ParameterizedTest
  @CsvSource({"reference, 0, 0", "cpu, 0, 0", "cpu, 1, 2"})
  void twoRunsAreBitwiseEqual(String name, int threads, int otherThreads) {
    double[] weights = trainImages(name, threads);
    assertThat(weights).isEqualTo(trainImages(name, otherThreads));
    assertThat(DoubleStream.of(weights)).allMatch(Double::isFinite);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void fromItsSecondRunOnAStepAllocatesNothing(String name) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT)) {
      try (Scope model = Scope.open(device)) {
        Steps steps = new Steps();
        steps.run();
        long live = device.memory().liveBytes();
        long allocations = device.memory().allocations();
        steps.run();
        steps.run();
        assertThat(device.memory().allocations()).isEqualTo(allocations);
        assertThat(device.memory().liveBytes()).isEqualTo(live);
      }
      assertThat(device.memory().liveBytes()).isZero();
    }
  }

  private static double[] trainImages(String name, int threads) {
    try (Device device = Devices.open(name, new DeviceOptions(threads));
        Scope model = Scope.open(device)) {
      Steps steps = new Steps();
      for (int i = 0; i < 4; i++) {
        steps.run();
      }
      return steps.network.state().values().stream()
          .flatMapToDouble(parameter -> DoubleStream.of(parameter.toDoubles()))
          .toArray();
    }
  }

  /** Training steps of a small classifier of random images, with every kind of layer there is. */
  private static final class Steps {
    private final RandomSource random = new RandomSource(11);
    private final Sequential network =
        Sequential.of(
            new Conv2d(3, 8, 4, ConvSpec.of(2, 1), false, Initialiser.dcgan(), random),
            new BatchNorm(8, Initialiser.dcganScale(), random),
            Activation.leakyRelu(0.2),
            new ConvTranspose2d(8, 6, 4, ConvSpec.of(2, 1), random),
            Activation.tanh(),
            new MaxPool(PoolSpec.of(2)),
            new Upsample(2),
            new AveragePool(PoolSpec.of(2)),
            new Dropout(0.25),
            new Flatten(),
            new Dense(4 * 4 * 6, 10, random));
    private final Adam adam = new Adam(network.state(), 0.01);
    private final Indices labels = Indices.of(3, 1, 4, 1, 5);

    void run() {
      random.nextStep();
      try (Scope step = Scope.open()) {
        Tensor images = random.normal(Shape.of(5, 8, 8, 3), 0, 1);
        Tensor logits = network.forward(images, Pass.training(random));
        adam.step(Gradients.of(Losses.crossEntropy(logits, labels), network.parameters()));
      }
    }
  }
}
