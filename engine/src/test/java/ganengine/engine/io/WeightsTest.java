package ganengine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters leave a device and come back bit for bit, or not at all. */
class WeightsTest {
  private static final Shape PAIR = Shape.of(2);

  @ParameterizedTest
  @CsvSource({"reference, F64", "cpu, F32"})
  void valuesComeBackInTheDevicesPrecision(String name, StoredType type) {
    try (Device device = Devices.open(name, DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Map<String, Parameter> saved = parameters(Tensor.of(PAIR, 1.0 / 3, -0.0));
      Map<String, HostTensor> tensors = Weights.save(saved);
      assertThat(tensors.get("w").type()).isEqualTo(type);
      Map<String, Parameter> loaded = parameters(Tensor.of(PAIR, 7.0, 7.0));
      Weights.load(tensors, loaded);
      assertThat(Weights.save(loaded)).isEqualTo(tensors);
      assertThat(loaded.get("w").toDoubles()).isEqualTo(saved.get("w").toDoubles());
      assertThat(scope.recording()).isTrue();
    }
  }

  @Test
  void precisionIsConverted() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Parameter w = Parameter.trainable("w", Tensor.of(PAIR, 0.0, 0.0));
      Weights.load(Map.of("w", HostTensor.of(new int[] {2}, 0.1f, 3f)), Map.of(w.name(), w));
      assertThat(w.toDoubles()).containsExactly(0.1f, 3);
      assertThat(HostTensor.of(new int[] {1}, 0.1).floats()).containsExactly(0.1f);
      assertThat(scope.device()).isSameAs(device);
    }
  }

  @Test
  void whatDoesNotFitIsSaidAndWritesNothing() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      Map<String, Parameter> parameters = parameters(Tensor.of(PAIR, 1.0, 2.0));
      HostTensor pair = HostTensor.of(new int[] {2}, 5.0, 6.0);
      assertRefused(Map.of("v", pair), parameters, "1 lacking (w), 1 left over (v)");
      assertRefused(Map.of(), parameters, "1 lacking (w), 0 left over");
      assertRefused(
          Map.of("w", HostTensor.of(new int[] {2, 1}, 5.0, 6.0)),
          parameters,
          "'w' is F64[2, 1], expected F32 or F64 of shape [2]");
      assertRefused(Map.of("w", HostTensor.of(new int[] {2}, 5L, 6L)), parameters, "'w' is I64[2]");
      assertThat(parameters.get("w").toDoubles()).containsExactly(1, 2);
      assertThat(scope.device()).isSameAs(device);
    }
  }

  private static Map<String, Parameter> parameters(Tensor value) {
    return Map.of("w", Parameter.trainable("w", value));
  }

  private static void assertRefused(
      Map<String, HostTensor> tensors, Map<String, Parameter> parameters, String message) {
    assertThatThrownBy(() -> Weights.load(tensors, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
