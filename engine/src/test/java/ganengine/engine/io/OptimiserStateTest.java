package ganengine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.Optimiser;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that stops and goes on from files makes the same weights as one that does not stop. */
@SuppressWarnings("try") // Scopes work by being open.
class OptimiserStateTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void goesOnBitForBit(String name) throws IOException {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Map<String, Parameter> weights = weights();
      Optimiser adam = new Adam(weights, 0.3, 0.5, 0.999);
      train(adam, weights, 3);
      adam.learningRate(0.1);
      Path weightFile = folder.resolve("weights.safetensors");
      Path stateFile = folder.resolve("adam.safetensors");
      SafeTensors.write(weightFile, Weights.save(weights), Map.of());
      SafeTensors.write(stateFile, Weights.save(adam), Map.of());
      train(adam, weights, 2);

      Map<String, Parameter> resumed = weights();
      Optimiser resumedAdam = new Adam(resumed, 0.3, 0.5, 0.999);
      Weights.load(SafeTensors.read(weightFile).tensors(), resumed);
      Weights.load(SafeTensors.read(stateFile).tensors(), resumedAdam);
      train(resumedAdam, resumed, 2);
      assertThat(Weights.save(resumed)).isEqualTo(Weights.save(weights));
      assertThat(Weights.save(resumedAdam)).isEqualTo(Weights.save(adam));
      assertThat(resumedAdam.steps()).isEqualTo(5);
      assertThat(resumedAdam.learningRate()).isEqualTo(0.1);
    }
  }

  @Test
  void stateOfAnotherKindIsRefused() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      Optimiser adam = new Adam(weights(), 0.1);
      assertThatThrownBy(() -> Weights.load(Map.of(), adam))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "these tensors don't fit: adam.steps must be one I64, adam.learningRate one F64");
      Map<String, HostTensor> other = Weights.save(adam);
      other.put("adam.m.x", HostTensor.of(new int[0], 1.0));
      assertThatThrownBy(() -> Weights.load(other, adam))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("these tensors don't fit: 0 lacking, 1 left over (adam.m.x)");
    }
  }

  private static Map<String, Parameter> weights() {
    return Map.of("w", Parameter.trainable("w", Tensor.of(Shape.of(3), 1.0, -2, 0.25)));
  }

  private static void train(Optimiser optimiser, Map<String, Parameter> weights, int steps) {
    for (int i = 0; i < steps; i++) {
      try (Scope step = Scope.open()) {
        Tensor loss = Sum.sum(Unary.exp(Unary.square(weights.get("w"))));
        optimiser.step(Gradients.of(loss, weights.values()));
      }
    }
  }
}
