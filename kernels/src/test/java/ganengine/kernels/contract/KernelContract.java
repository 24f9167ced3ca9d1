package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import ganengine.kernels.MemoryUse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every device must do: the memory calls here, and all {@link KernelCases}. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class KernelContract {
  private Device device;

  /** Opens the device to be judged. */
  abstract Device open();

  @BeforeAll
  final void openDevice() {
    device = open();
  }

  @AfterAll
  final void closeDevice() {
    device.close();
  }

  @TestFactory
  final Stream<DynamicTest> answersAsTheReferenceDevice() {
    return KernelCases.all().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name(), () -> assertThat(Judge.of(c).objection(c.runOn(device))).isEmpty()));
  }

  @Test
  final void movesPartsOfRealBuffers() {
    Buffer buffer = device.allocate(ElementType.REAL, 7);
    device.upload(new float[] {1, 2, 3, 4, 5, 6, 7}, 0, 7, buffer, 0);
    device.upload(new float[] {0, 20, 30, 0}, 1, 2, buffer, 3);
    device.upload(new double[] {0, 0.5, 0}, 1, 1, buffer, 6);
    float[] floats = new float[4];
    double[] doubles = new double[3];
    device.download(buffer, 2, floats, 1, 3);
    device.download(buffer, 4, doubles, 0, 3);
    device.release(buffer);
    assertThat(floats).containsExactly(0, 3, 20, 30);
    assertThat(doubles).containsExactly(30, 6, 0.5);
  }

  @Test
  final void movesPartsOfIntegerBuffers() {
    Buffer buffer = device.allocate(ElementType.INTEGER, 4);
    device.upload(new long[] {1, 2, Long.MAX_VALUE, Long.MIN_VALUE}, 0, 4, buffer, 0);
    device.upload(new long[] {0, 9}, 1, 1, buffer, 1);
    long[] read = new long[4];
    device.download(buffer, 1, read, 1, 3);
    device.release(buffer);
    assertThat(read).containsExactly(0, 9, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Test
  final void refusesABufferWithoutElements() {
    for (ElementType type : List.of(ElementType.REAL, ElementType.INTEGER, ElementType.BYTE)) {
      assertThatThrownBy(() -> device.allocate(type, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at least 1 element");
    }
  }

  @Test
  final void handsTheSameBuffersOutAgain() {
    Buffer first = device.allocate(ElementType.REAL, 12_345);
    long allocations = device.memory().allocations();
    device.release(first);
    Buffer second = device.allocate(ElementType.REAL, 12_345);
    device.release(second);
    assertThat(second).isSameAs(first);
    assertThat(device.memory().allocations()).isEqualTo(allocations);
  }

  @Test
  final void countsBytes() {
    MemoryUse before = device.memory();
    device.resetPeakMemory();
    Buffer buffer = device.allocate(ElementType.REAL, 1000);
    long during = device.memory().liveBytes();
    device.release(buffer);
    MemoryUse after = device.memory();
    assertThat(during - before.liveBytes()).isEqualTo(1000L * device.realBytes());
    assertThat(after.liveBytes()).isEqualTo(before.liveBytes());
    assertThat(after.peakBytes()).isEqualTo(during);
    device.trimMemory();
    assertThat(device.memory().restingBytes()).isZero();
  }

  @Test
  final void refusesASecondRelease() {
    Buffer buffer = device.allocate(ElementType.REAL, 3);
    device.release(buffer);
    assertThatThrownBy(() -> device.release(buffer)).isInstanceOf(IllegalStateException.class);
  }
}
