package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.OnCard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The cases of what cuDNN can compute in the place of our own kernels, on cuDNN. */
@OnCard
@TestInstance(Lifecycle.PER_CLASS)
class CudnnAlternativesTest {
  private static final List<String> PROPERTIES =
      List.of("ganengine.cuda.batchNorm", "ganengine.cuda.activation");
  private static final List<String> CASES =
      List.of(
          "batch norm",
          "unary TANH",
          "unary SIGMOID",
          "binary TANH_GRADIENT",
          "binary SIGMOID_GRADIENT");

  private Device device;

  @BeforeAll
  void openDevice() {
    PROPERTIES.forEach(property -> System.setProperty(property, "cudnn"));
    try {
      device = Devices.open("cuda", new DeviceOptions(0, Precision.FP32, false));
    } finally {
      PROPERTIES.forEach(System::clearProperty);
    }
  }

  @AfterAll
  void closeDevice() {
    device.close();
  }

  @TestFactory
  Stream<DynamicTest> answersAsTheReferenceDevice() {
    return KernelCases.all().stream()
        .filter(c -> CASES.stream().anyMatch(c.name()::startsWith))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> assertThat(Judge.of(c).objection(c.runOn(device))).isEmpty()));
  }
}
