package ganengine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a device is found by name. */
class DevicesTest {
  @Test
  void knowsTheDevicesOfThisBuildBestFirst() {
    assertThat(Devices.all())
        .extracting(DeviceProvider::name)
        .containsSubsequence("broken", "cpu", "reference");
  }

  @Test
  void autoPassesOverADeviceThatCannotRun() {
    assertThat(Devices.all().get(0).name()).isEqualTo("broken");
    assertThat(Devices.find("auto").unusable()).isEmpty();
    assertThat(Devices.find("auto").name()).isNotEqualTo("reference");
  }

  @Test
  void opensByName() {
    for (String name : new String[] {"cpu", "reference"}) {
      try (Device device = Devices.open(name, new DeviceOptions(1))) {
        assertThat(device.name()).isEqualTo(name);
        assertThat(device.description()).startsWith(name + ": ").contains("1 thread");
      }
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Devices.find("abacus"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no device 'abacus'; there are auto, ")
        .hasMessageContaining("cpu, reference");
  }

  @Test
  void aDeviceThatCannotRunHereSaysWhy() {
    assertThatThrownBy(() -> Devices.open("broken", DeviceOptions.DEFAULT))
        .isInstanceOf(DeviceUnavailableException.class)
        .hasMessage("device broken can't be used: its wires are cut; solder them");
  }

  @Test
  void zeroThreadsMeansAllProcessors() {
    assertThat(DeviceOptions.DEFAULT.resolvedThreads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(new DeviceOptions(3).resolvedThreads()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference"})
  void onlyFullPrecisionIsHadEverywhere(String name) {
    for (Precision had : List.of(Precision.AUTO, Precision.FP32)) {
      Devices.open(name, new DeviceOptions(1, had, true)).close();
    }
    assertThatThrownBy(() -> Devices.open(name, new DeviceOptions(1, Precision.BF16, false)))
        .isInstanceOf(UnsupportedPrecisionException.class)
        .hasMessage("device " + name + " can't compute in precision bf16; it takes auto or fp32");
    assertThatThrownBy(() -> Devices.open(name, new DeviceOptions(1, Precision.TF32, false)))
        .isInstanceOf(UnsupportedPrecisionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference"})
  void aDeviceWithoutLaunchesCapturesNothing(String name) {
    try (Device device = Devices.open(name, new DeviceOptions(1))) {
      assertThat(device.captures()).isFalse();
      assertThatThrownBy(() -> device.capture(() -> {}))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("device " + name + " doesn't capture launches");
    }
  }

  @Test
  void buffersOfAnotherDeviceAreRefused() {
    try (Device cpu = Devices.open("cpu", new DeviceOptions(1));
        Device reference = Devices.open("reference", DeviceOptions.DEFAULT)) {
      Buffer ofCpu = cpu.allocate(ElementType.REAL, 1);
      Buffer ofReference = reference.allocate(ElementType.REAL, 1);
      assertThatThrownBy(() -> reference.pointwise().fill(0, ofCpu))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another device");
      assertThatThrownBy(() -> cpu.release(ofReference))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another device");
    }
  }
}
