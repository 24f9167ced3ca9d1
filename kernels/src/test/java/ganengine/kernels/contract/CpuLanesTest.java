package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.Test;

/** The {@code cpu} device uses the lanes that this JVM was started for. */
class CpuLanesTest {
  @Test
  void descriptionNamesTheLanes() {
    boolean vectorApi = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    String asked = System.getProperty("ganengine.laneBits", "");
    String lanes = vectorApi ? "Vector API " + asked : "scalar code";
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      assertThat(device.description()).startsWith("cpu: float, " + lanes).endsWith("1 thread");
    }
    assertThat(Devices.find("cpu").degraded().isPresent()).isEqualTo(!vectorApi);
  }
}
