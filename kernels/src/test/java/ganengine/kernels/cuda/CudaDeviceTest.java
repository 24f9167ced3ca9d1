package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.kernels.Buffer;
import ganengine.kernels.CaptureException;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import ganengine.kernels.LaunchGraph;
import ganengine.kernels.OnDevice;
import ganengine.kernels.OutOfDeviceMemoryException;
import ganengine.kernels.Precision;
import ganengine.kernels.UnaryFunction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory, transfers and captured launches of the {@code cuda} device. */
@OnCard
class CudaDeviceTest {
  private Device device;

  @BeforeEach
  void open() {
    device = Devices.open("cuda", new DeviceOptions(0, Precision.FP32, false));
  }

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void emptiesThePoolBeforeItGivesUp() {
    List<Buffer> held = fillTheCard();
    Buffer last = held.remove(held.size() - 1);
    device.release(last);
    assertThat(device.memory().restingBytes()).isEqualTo(last.length());

    // Of another length, so that the pool can't hand out what rests, but must give it back first.
    Buffer other = device.allocate(ElementType.BYTE, last.length() - 4096);

    assertThat(device.memory().restingBytes()).isZero();
    device.release(other);
    held.forEach(device::release);
  }

  @Test
  void saysWhatIsFullAndWorksOn() {
    List<Buffer> held = fillTheCard();
    long piece = held.get(0).length();
    assertThatThrownBy(() -> device.allocate(ElementType.BYTE, 2 * piece))
        .isInstanceOf(OutOfDeviceMemoryException.class)
        .hasMessageMatching(
            "the card has no room for .* more: of its .*, .* are free and .* are in use here;"
                + " use a smaller --batch or --precision bf16");
    held.forEach(device::release);
    Buffer x = OnDevice.reals(device, 1, -2, 3);
    device.pointwise().unary(UnaryFunction.ABS, 0, 0, x, x);
    assertThat(OnDevice.read(device, x)).containsExactly(1, 2, 3);
    device.release(x);
  }

  /** In pieces of a quarter of the card until none is left. */
  private List<Buffer> fillTheCard() {
    long piece = Card.of(0).memory() / 4;
    List<Buffer> held = new ArrayList<>();
    try {
      while (true) {
        held.add(device.allocate(ElementType.BYTE, piece));
      }
    } catch (OutOfDeviceMemoryException full) {
      assertThat(held).isNotEmpty();
      return held;
    }
  }

  @Test
  void movesArraysLargerThanTheStagingMemory() {
    int count = 5_000_003;
    float[] sent = new float[count];
    long[] sentIntegers = new long[count];
    for (int i = 0; i < count; i++) {
      sent[i] = i;
      sentIntegers[i] = -7L * i;
    }
    Buffer reals = device.allocate(ElementType.REAL, count + 1L);
    Buffer integers = device.allocate(ElementType.INTEGER, count);
    device.upload(sent, 0, count, reals, 1);
    device.upload(sentIntegers, 0, count, integers, 0);
    float[] received = new float[count];
    long[] receivedIntegers = new long[count];
    device.download(reals, 1, received, 0, count);
    device.download(integers, 0, receivedIntegers, 0, count);
    device.release(reals);
    device.release(integers);
    assertThat(received).isEqualTo(sent);
    assertThat(receivedIntegers).isEqualTo(sentIntegers);
  }

  @Test
  void aCaptureComputesNothingUntilItIsReplayed() {
    Buffer x = OnDevice.reals(device, 1, 2, 3);
    Runnable doubling = () -> device.pointwise().unary(UnaryFunction.AFFINE, 2, 0, x, x);
    doubling.run();
    try (LaunchGraph graph = device.capture(doubling)) {
      assertThat(OnDevice.read(device, x)).containsExactly(2, 4, 6);
      graph.replay();
      graph.replay();
      assertThat(OnDevice.read(device, x)).containsExactly(8, 16, 24);
    }
    device.release(x);
  }

  @Test
  void refusesToCaptureWhatAGraphCannotHoldAndWorksOn() {
    Buffer x = OnDevice.reals(device, 4);
    float[] values = {5};
    refuses(() -> device.upload(values, 0, 1, x, 0), "an upload");
    refuses(() -> device.download(x, 0, values, 0, 1), "a download");
    refuses(device::synchronize, "waiting for the card");
    refuses(() -> device.release(device.allocate(ElementType.REAL, 77_777)), "a new buffer");
    device.pointwise().unary(UnaryFunction.SQRT, 0, 0, x, x);
    assertThat(OnDevice.read(device, x)).containsExactly(2);
    device.release(x);
  }

  private void refuses(Runnable work, String what) {
    assertThatThrownBy(() -> device.capture(work))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(what)
        .hasMessageEndingWith("can't be part of a captured launch");
  }

  @Test
  void buffersOfAGraphAreNobodyElses() {
    Buffer out = OnDevice.reals(device, 0, 0);
    Runnable work =
        () -> {
          Buffer scratch = device.allocate(ElementType.REAL, 2);
          device.pointwise().fill(7, scratch);
          device.pointwise().unary(UnaryFunction.NEGATE, 0, 0, scratch, out);
          device.release(scratch);
        };
    work.run();
    try (LaunchGraph graph = device.capture(work)) {
      Buffer mine = OnDevice.reals(device, 1, 2);
      graph.replay();
      assertThat(OnDevice.read(device, mine)).containsExactly(1, 2);
      assertThat(OnDevice.read(device, out)).containsExactly(-7, -7);
      device.release(mine);
    }
    device.release(out);
  }

  @Test
  void refusesBuffersOfOtherDevices() {
    try (Device cpu = Devices.open("cpu", DeviceOptions.DEFAULT)) {
      Buffer foreign = OnDevice.reals(cpu, 1);
      assertThatThrownBy(() -> device.pointwise().fill(0, foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another device");
      cpu.release(foreign);
    }
  }

  @Test
  void givesAllItsMemoryBack() {
    // The libraries' own workspaces belong to a device from its start.
    long before = device.memory().liveBytes();
    for (int i = 1; i < 20; i++) {
      device.release(device.allocate(ElementType.REAL, 1000L * i));
    }
    assertThat(device.memory().liveBytes()).isEqualTo(before);
    device.trimMemory();
    assertThat(device.memory().restingBytes()).isZero();
  }
}
