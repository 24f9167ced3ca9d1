package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.run.MetricsLog;
import ganengine.gan.run.RunFolder;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.OnCard;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training on the {@code cuda} device: the same as a launch a step, after a resumption, elsewhere.
 */
@OnCard
final class CudaTrainingTest {
  /** On a real card there can be more of them. */
  private static final int STEPS = Integer.getInteger("ganengine.cuda.steps", 20);

  private static final ProgressListener SILENT =
      new ProgressListener() {
        @Override
        public void message(String line) {}

        @Override
        public void progress(Progress progress) {}
      };

  @TempDir private Path folder;

  /** At the digits' own rates of 2e-3 rounding errors grow tenfold a step and say nothing. */
  private static TrainConfig config(int steps, String precision) {
    return Settings.resolve(
        Optional.empty(),
        Map.of(
            "steps",
            steps,
            "batch",
            8,
            "channels",
            4,
            "logEvery",
            1,
            "sampleEvery",
            10,
            "checkpointEvery",
            10,
            "rateG",
            2e-4,
            "rateD",
            2e-4,
            "device",
            "cuda",
            "precision",
            precision));
  }

  private static Device card(Precision precision) {
    return Devices.open("cuda", new DeviceOptions(0, precision, false));
  }

  /** The device, with what it is asked to capture noted; or refusing to. */
  private static Device watched(Device device, boolean captures, List<String> captured) {
    return (Device)
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            new Class<?>[] {Device.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("captures")) {
                return captures;
              }
              if (method.getName().equals("capture")) {
                captured.add("a step");
              }
              try {
                return method.invoke(device, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Object weights(TrainConfig config, Device device, String name, Path from) {
    RunFolder run = RunFolder.create(Optional.of(folder.resolve(name)), config, "test");
    TrainRun.Outcome outcome =
        new TrainRun(config, TrainRun.data(config), device, run, SILENT, () -> false)
            .run(Optional.ofNullable(from).map(Checkpoint::read));
    return Checkpoint.read(outcome.checkpoint()).tensors();
  }

  private List<MetricsLine> metrics(String name) {
    return MetricsLog.read(RunFolder.open(folder.resolve(name)).metrics());
  }

  private Path checkpoint(String name, int step) {
    return folder.resolve(name).resolve("checkpoints/step-%07d.safetensors".formatted(step));
  }

  @Test
  void aStepAsOneLaunchGivesTheSameBits() {
    TrainConfig config = config(STEPS, "fp32");
    List<String> captured = new ArrayList<>();
    try (Device device = card(Precision.FP32)) {
      Object eager = weights(config, watched(device, false, captured), "eager", null);
      assertThat(captured).isEmpty();
      Object replayed = weights(config, watched(device, true, captured), "graph", null);
      assertThat(captured).hasSize(1);
      assertThat(replayed).isEqualTo(eager);
    }
  }

  @Test
  void resumesBitForBit() {
    try (Device device = card(Precision.FP32)) {
      Object whole = weights(config(20, "fp32"), device, "whole", null);
      weights(config(10, "fp32"), device, "half", null);
      Object resumed = weights(config(20, "fp32"), device, "rest", checkpoint("half", 10));
      assertThat(resumed).isEqualTo(whole);
    }
  }

  @Test
  void learnsAsTheCpuDoes() {
    TrainConfig config = config(STEPS, "fp32");
    try (Device device = card(Precision.FP32);
        Device cpu = Devices.open("cpu", DeviceOptions.DEFAULT)) {
      weights(config, device, "cuda", null);
      weights(config, cpu, "cpu", null);
    }
    List<MetricsLine> onCard = metrics("cuda");
    List<MetricsLine> onCpu = metrics("cpu");
    for (int i = 0; i < 10; i++) {
      assertThat(onCard.get(i).lossD()).isCloseTo(onCpu.get(i).lossD(), within(1e-4));
      assertThat(onCard.get(i).lossG()).isCloseTo(onCpu.get(i).lossG(), within(1e-4));
    }
    // Rounding grows from step to step: over the run the curves stay close, not the figures.
    assertThat(mean(onCard)).isCloseTo(mean(onCpu), within(0.15));
  }

  private static double mean(List<MetricsLine> lines) {
    return lines.stream().mapToDouble(MetricsLine::lossD).average().orElseThrow();
  }

  @Test
  void aCheckpointMovesToTheCpuAndBack() {
    try (Device device = card(Precision.FP32);
        Device cpu = Devices.open("cpu", DeviceOptions.DEFAULT)) {
      weights(config(10, "fp32"), device, "first", null);
      weights(config(20, "fp32"), cpu, "second", checkpoint("first", 10));
      weights(config(30, "fp32"), device, "third", checkpoint("second", 20));
    }
    assertThat(metrics("third")).extracting(MetricsLine::step).endsWith(30L);
  }

  @Test
  void trainsInBfloat16() {
    try (Device fine = card(Precision.FP32)) {
      weights(config(20, "fp32"), fine, "fp32", null);
    }
    List<String> captured = new ArrayList<>();
    try (Device coarse = card(Precision.BF16)) {
      weights(config(20, "bf16"), watched(coarse, true, captured), "bf16", null);
    }
    assertThat(captured).hasSize(1);
    for (int i = 0; i < 20; i++) {
      assertThat(metrics("bf16").get(i).lossD())
          .isCloseTo(metrics("fp32").get(i).lossD(), within(0.1));
    }
  }

  @Test
  void takesNoMemoryAfterTheFirstStepsAndReturnsAllOfIt() {
    TrainConfig config = config(STEPS, "fp32");
    try (Device device = card(Precision.FP32)) {
      long before = device.memory().liveBytes();
      try (Training training = new Training(config, TrainRun.data(config), device)) {
        for (int i = 0; i < 5; i++) {
          training.step();
        }
        long allocations = device.memory().allocations();
        for (int i = 5; i < STEPS; i++) {
          training.step();
        }
        assertThat(training.metrics().finite()).isTrue();
        assertThat(device.memory().allocations()).isEqualTo(allocations);
      }
      assertThat(device.memory().liveBytes()).isEqualTo(before);
    }
  }
}
