package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.op.ConvSpec;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table people see. */
@SuppressWarnings("try") // Scopes work by being open.
class SummaryTest {
  @Test
  void aGeneratorAsATable() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      RandomSource random = new RandomSource(1);
      Map<String, Module> parts = new LinkedHashMap<>();
      parts.put(
          "project",
          Sequential.of(
              new Dense(100, 7 * 7 * 64, false, Initialiser.dcgan(), random),
              new Reshape(Shape.of(7, 7, 64)),
              new BatchNorm(64),
              Activation.relu()));
      parts.put("image", new ConvTranspose2d(64, 1, 4, ConvSpec.of(2, 1), random));
      parts.put("tanh", Activation.tanh());
      Sequential generator = Sequential.named(parts);
      String expected =
          """
          layer                                                    output       parameters  multiply-adds
          project.0 dense 100 -> 3136, no bias                     [3136]          313,600        313,600
          project.1 reshape [7, 7, 64]                             [7, 7, 64]            0              0
          project.2 batch_norm 64                                  [7, 7, 64]          128              0
          project.3 relu                                           [7, 7, 64]            0              0
          image conv_transpose2d 64 -> 1, 4x4, stride 2, padding 1  [14, 14, 1]       1,025         50,176
          tanh tanh                                                [14, 14, 1]           0              0
          total                                                    [14, 14, 1]     314,753        363,776
          """;
      String actual = Summary.of(generator, Shape.of(16, 100));
      assertThat(actual.lines().map(line -> line.replaceAll(" +", " ")))
          .containsExactlyElementsOf(
              expected.lines().map(line -> line.replaceAll(" +", " ")).toList());
      assertThat(actual.lines().map(String::length).distinct()).hasSize(1);
      assertThatThrownBy(() -> Summary.of(generator, Shape.of(1, 64)))
          .isInstanceOf(ShapeException.class);
    }
  }
}
