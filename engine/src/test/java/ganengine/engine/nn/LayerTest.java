package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.PoolSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What single layers compute, hold and say. */
class LayerTest {
  private Device device;
  private Scope scope;
  private RandomSource random;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
    random = new RandomSource(5);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  @Test
  void denseMultipliesByItsTransposedWeight() {
    Dense dense = new Dense(2, 3, random);
    dense.state().get("weight").set(new double[] {1, 2, 3, 4, 5, 6});
    dense.state().get("bias").set(new double[] {0.5, 0, -1});
    Tensor y = dense.forward(Tensor.of(Shape.of(1, 2), 10.0, 1), Pass.inference());
    assertThat(y.shape()).isEqualTo(Shape.of(1, 3));
    assertThat(y.toDoubles()).containsExactly(12.5, 34, 55);
    assertThat(dense.multiplyAdds(Shape.of(7, 2))).isEqualTo(7 * 2 * 3);
    assertThat(new Dense(2, 3, false, Initialiser.zeros(), random).state()).hasSize(1);
  }

  /** A transposed convolution is the adjoint of the convolution with the same filter. */
  @Test
  void convolutionsShareTheirFilter() {
    ConvSpec spec = ConvSpec.of(2, 1);
    Initialiser normal = Initialiser.normal(0, 1);
    Conv2d down = new Conv2d(3, 5, 4, spec, false, normal, random);
    ConvTranspose2d up = new ConvTranspose2d(5, 3, 4, spec, false, normal, random);
    assertThat(up.state().get("weight").shape()).isEqualTo(Shape.of(5, 4, 4, 3));
    up.state().get("weight").set(down.state().get("weight").toDoubles());
    Tensor x = random.normal(Shape.of(2, 8, 8, 3), 0, 1);
    Tensor y = random.normal(Shape.of(2, 4, 4, 5), 0, 1);
    double left = dot(down.forward(x, Pass.inference()), y);
    double right = dot(x, up.forward(y, Pass.inference()));
    assertThat(left).isEqualTo(right, within(1e-9 * Math.abs(left)));
    assertThat(down.multiplyAdds(x.shape())).isEqualTo(2L * 4 * 4 * 5 * 4 * 4 * 3);
    assertThat(up.multiplyAdds(y.shape())).isEqualTo(2L * 4 * 4 * 5 * 4 * 4 * 3);
  }

  @Test
  void groupedConvolutionsCountTheirOwnWork() {
    Conv2d grouped = new Conv2d(4, 6, 3, ConvSpec.of(1, 1).grouped(2), random);
    assertThat(grouped.state().get("weight").shape()).isEqualTo(Shape.of(6, 3, 3, 2));
    assertThat(grouped.multiplyAdds(Shape.of(1, 5, 5, 4))).isEqualTo(5L * 5 * 6 * 3 * 3 * 2);
  }

  @Test
  void shapesAreKnownWithoutComputing() {
    Shape images = Shape.of(2, 8, 8, 3);
    long live = device.memory().liveBytes();
    assertThat(new Flatten().outputShape(images)).isEqualTo(Shape.of(2, 192));
    assertThat(new Reshape(Shape.of(16, 12)).outputShape(images)).isEqualTo(Shape.of(2, 16, 12));
    assertThat(new Upsample(3).outputShape(images)).isEqualTo(Shape.of(2, 24, 24, 3));
    assertThat(new MaxPool(PoolSpec.of(2)).outputShape(images)).isEqualTo(Shape.of(2, 4, 4, 3));
    assertThat(new AveragePool(PoolSpec.of(4)).outputShape(images)).isEqualTo(Shape.of(2, 2, 2, 3));
    assertThat(device.memory().liveBytes()).isEqualTo(live);
    assertThatThrownBy(() -> new BatchNorm(4).outputShape(images))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("build the layer with channels = 3");
    assertThat(Scope.current()).isSameAs(scope);
    try (Scope shapes = Scope.shapesOnly()) {
      Tensor none = Tensor.allocate(images);
      assertThat(shapes.recording()).isFalse();
      assertThatThrownBy(none::toDoubles).hasMessageContaining("has no numbers");
    }
  }

  @Test
  void activationsAreTheirFunctions() {
    Tensor x = Tensor.of(Shape.of(2), -2.0, 3);
    assertActivation(Activation.relu(), "relu", x, 0, 3);
    assertActivation(Activation.leakyRelu(0.2), "leaky_relu 0.2", x, -0.4, 3);
    assertActivation(Activation.tanh(), "tanh", x, Math.tanh(-2), Math.tanh(3));
    assertActivation(
        Activation.sigmoid(), "sigmoid", x, 1 / (1 + Math.exp(2)), 1 / (1 + Math.exp(-3)));
    assertActivation(
        Activation.softplus(), "softplus", x, Math.log1p(Math.exp(-2)), Math.log1p(Math.exp(3)));
  }

  @Test
  void sequentialNamesWhatItHolds() {
    Map<String, Module> parts = new LinkedHashMap<>();
    parts.put("body", Sequential.of(new Dense(2, 2, random), new BatchNorm(2)));
    parts.put("head", new Dense(2, 1, random));
    Sequential network = Sequential.named(parts);
    assertThat(network.state().keySet())
        .containsExactly(
            "body.0.weight",
            "body.0.bias",
            "body.1.gamma",
            "body.1.beta",
            "body.1.runningMean",
            "body.1.runningVariance",
            "head.weight",
            "head.bias");
    assertThat(network.parameters()).hasSize(6).allMatch(p -> p.trainable());
    assertThat(network.outputShape(Shape.of(9, 2))).isEqualTo(Shape.of(9, 1));
    assertThat(network.multiplyAdds(Shape.of(9, 2))).isEqualTo(9 * 6);
  }

  @Test
  void layerNormNormalisesEachExample() {
    LayerNorm norm = new LayerNorm(3);
    Tensor y = norm.forward(Tensor.of(Shape.of(2, 3), 1.0, 2, 3, 40, 40, 43), Pass.inference());
    double high = 1 / Math.sqrt(2.0 / 3 + 1e-5);
    double other = 1 / Math.sqrt(2 + 1e-5);
    assertThat(y.toDoubles())
        .containsExactly(new double[] {-high, 0, high, -other, -other, 2 * other}, within(1e-9));
  }

  private static void assertActivation(
      Activation activation, String description, Tensor x, double... expected) {
    assertThat(activation.describe()).isEqualTo(description);
    assertThat(activation.forward(x, Pass.inference()).toDoubles())
        .containsExactly(expected, within(1e-12));
  }

  private static double dot(Tensor a, Tensor b) {
    double[] left = a.toDoubles();
    double[] right = b.toDoubles();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
