package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The {@code cpu} device gives the same bits on one, two and three threads. */
@TestInstance(Lifecycle.PER_CLASS)
class CpuThreadsTest {
  private final Device one = Devices.open("cpu", new DeviceOptions(1));
  private final Device two = Devices.open("cpu", new DeviceOptions(2));
  private final Device three = Devices.open("cpu", new DeviceOptions(3));

  @AfterAll
  void close() {
    one.close();
    two.close();
    three.close();
  }

  @TestFactory
  Stream<DynamicTest> threadCountChangesNoBit() {
    return KernelCases.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private void check(KernelCase kernelCase) {
    List<double[]> expected = kernelCase.runOn(one);
    for (Device device : List.of(two, three)) {
      List<double[]> answer = kernelCase.runOn(device);
      for (int operand = 0; operand < expected.size(); operand++) {
        // Compared by Double.equals, so NaN is itself and -0 is not 0.
        assertThat(answer.get(operand))
            .as("%s, operand %d, %s", kernelCase.name(), operand, device.description())
            .isEqualTo(expected.get(operand));
      }
    }
  }
}
