package ganengine.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.kernels.Device;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveMemoryExtension.class)
class OpCoverageTest {
  @Test
  void everyOpStandsInTheTable(Device device) {
    assertThat(OpCases.uncovered(OpCases.all(), device)).isEmpty();
  }

  @Test
  void aMissingLineIsNoticed(Device device) {
    List<OpCase> without =
        OpCases.all().stream()
            .filter(line -> !line.op().equals("conv2d") && !line.op().equals("tanh_gradient"))
            .toList();
    assertThat(OpCases.uncovered(without, device)).containsExactly("Conv2d", "TANH_GRADIENT");
  }

  @Test
  void aLineThatDoesNotRecordItsOpDoesNotCount(Device device) {
    List<OpCase> lines =
        OpCases.all().stream()
            .map(
                line ->
                    line.op().equals("pad")
                        ? new OpCase("pad", line.name(), line.inputs(), inputs -> inputs)
                        : line)
            .toList();
    assertThat(OpCases.uncovered(lines, device)).containsExactly("Pad");
  }
}
