package ganengine.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.OnCard;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every op's values and gradients, orders 1 and 2, on the {@code cuda} device. */
@OnCard
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CudaGradientsTest {
  private Device card;
  private Device reference;

  static List<OpCase> lines() {
    return OpCases.all();
  }

  @BeforeAll
  void open() {
    card = Devices.open("cuda", new DeviceOptions(0, Precision.FP32, false));
    reference = Devices.open("reference", DeviceOptions.DEFAULT);
  }

  @AfterAll
  void close() {
    card.close();
    reference.close();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void agreesWithTheReference(OpCase line) {
    long before = card.memory().liveBytes();
    assertThat(new DeviceCheck(line, card, reference, 1).run()).allMatch(CheckResult::passed);
    assertThat(card.memory().liveBytes()).isEqualTo(before);
  }
}
