package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.io.HostTensor;
import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.Checkpoints;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.run.MetricsLog;
import ganengine.gan.run.RunFolder;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole short runs on the embedded digits: what they leave, that they repeat, that they resume.
 * Long, since all of it shares how a run is made, stopped and gone on with.
 */
final class TrainRunTest {
  @TempDir private Path folder;

  private static TrainConfig config(String... more) {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "steps",
                "6",
                "batch",
                "8",
                "channels",
                "4",
                "logEvery",
                "1",
                "sampleEvery",
                "4",
                "checkpointEvery",
                "2",
                "device",
                "cpu"));
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    return Settings.resolve(Optional.empty(), options);
  }

  private TrainRun.Outcome train(TrainConfig config, String name, BooleanSupplier stop) {
    try (Device device = Devices.open(config.device(), new DeviceOptions(config.threads()))) {
      RunFolder run = RunFolder.create(Optional.of(folder.resolve(name)), config, "test");
      return new TrainRun(config, TrainRun.data(config), device, run, new Silent(), stop)
          .run(Optional.empty());
    }
  }

  private TrainRun.Outcome resume(String name) {
    RunFolder run = RunFolder.open(folder.resolve(name));
    Checkpoint from = new Checkpoints(run.checkpoints()).latest(message -> {});
    TrainConfig config = from.config();
    try (Device device = Devices.open(config.device(), new DeviceOptions(config.threads()))) {
      return new TrainRun(config, TrainRun.data(config), device, run, new Silent(), () -> false)
          .run(Optional.of(from));
    }
  }

  private List<String> metrics(String name) {
    return MetricsLog.read(RunFolder.open(folder.resolve(name)).metrics()).stream()
        .map(TrainRunTest::withoutTiming)
        .toList();
  }

  private static String withoutTiming(MetricsLine line) {
    return new MetricsLine(
            line.step(),
            line.epoch(),
            line.lossD(),
            line.lossG(),
            line.dReal(),
            line.dFake(),
            line.images(),
            line.watch(),
            line.measures(),
            null)
        .toString();
  }

  private static Object weights(TrainRun.Outcome outcome) {
    return Checkpoint.read(outcome.checkpoint()).tensors();
  }

  @Test
  void measuresWhereTheSettingsSayAndTrainsNoOtherwise() {
    TrainRun.Outcome plain = train(config(), "plain", () -> false);
    TrainRun.Outcome measured = train(config("evaluateEvery", "3"), "measured", () -> false);

    List<MetricsLine> lines =
        MetricsLog.read(RunFolder.open(folder.resolve("measured")).metrics()).stream()
            .filter(line -> line.measures() != null)
            .toList();
    assertThat(lines).extracting(MetricsLine::step).containsExactly(3L, 6L);
    assertThat(lines.get(1).measures())
        .containsOnlyKeys(
            "frechetDistance", "kernelDistance", "frechetDistanceOfReal", "kernelDistanceOfReal");
    assertThat(lines.get(1).measures().get("frechetDistance"))
        .isGreaterThan(lines.get(1).measures().get("frechetDistanceOfReal"));
    assertThat(weights(measured)).isEqualTo(weights(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp"})
  void leavesEverythingARunFolderHolds(String model) {
    TrainRun.Outcome outcome = train(config("model", model), "run", () -> false);

    assertThat(outcome.steps()).isEqualTo(6);
    assertThat(outcome.stopped()).isFalse();
    assertThat(outcome.checkpoint()).exists().hasFileName("step-0000006.safetensors");
    Path run = folder.resolve("run");
    assertThat(run.resolve("samples"))
        .isDirectoryContaining(file -> file.endsWith("step-0000000.png"))
        .isDirectoryContaining(file -> file.endsWith("step-0000004.png"))
        .isDirectoryContaining(file -> file.endsWith("step-0000006.png"));
    assertThat(run.resolve("report.html")).isNotEmptyFile();
    assertThat(metrics("run")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp"})
  void oneSeedGivesOneResultForAnyNumberOfThreads(String model) {
    Object one = weights(train(config("model", model, "threads", "1"), "a", () -> false));
    Object two = weights(train(config("model", model, "threads", "2"), "b", () -> false));
    Object three = weights(train(config("model", model, "threads", "3"), "c", () -> false));
    Object other = weights(train(config("model", model, "seed", "2"), "d", () -> false));

    assertThat(two).isEqualTo(one);
    assertThat(three).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
    assertThat(metrics("b")).isEqualTo(metrics("a"));
  }

  @Test
  void resumesBitForBit() {
    Object undisturbed = weights(train(config(), "whole", () -> false));
    int[] asked = {0};
    TrainRun.Outcome stopped = train(config(), "parts", () -> ++asked[0] == 3);
    assertThat(stopped.stopped()).isTrue();
    assertThat(stopped.steps()).isEqualTo(3);

    assertThat(weights(resume("parts"))).isEqualTo(undisturbed);
    assertThat(metrics("parts")).isEqualTo(metrics("whole"));
  }

  @Test
  void passesOverADamagedCheckpoint() throws Exception {
    Object undisturbed = weights(train(config(), "whole", () -> false));
    Path newest = folder.resolve("whole/checkpoints/step-0000006.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length - 9] ^= 1;
    Files.write(newest, bytes);

    assertThat(weights(resume("whole"))).isEqualTo(undisturbed);
  }

  @Test
  void stopsWhenALossIsNoNumber() {
    Checkpoint good = Checkpoint.read(train(config(), "wild", () -> false).checkpoint());
    Map<String, HostTensor> broken = new HashMap<>(good.tensors());
    broken.replaceAll(
        (name, tensor) ->
            name.endsWith("0.weight")
                ? HostTensor.of(tensor.shape(), nans(tensor.elements()))
                : tensor);
    Checkpoint damaged = new Checkpoint(good.config(), 2, 1, good.imageChannels(), broken);
    RunFolder run = RunFolder.open(folder.resolve("wild"));

    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      TrainRun again =
          new TrainRun(
              good.config(), TrainRun.data(good.config()), device, run, new Silent(), () -> false);
      assertThatThrownBy(() -> again.run(Optional.of(damaged)))
          .isInstanceOf(RunFailure.class)
          .hasMessageContaining("step 3: the losses are no numbers any more (D NaN, G NaN)")
          .hasMessageContaining("last good checkpoint is")
          .hasMessageContaining("step-0000002.safetensors");
    }
  }

  /** The first moment of the generator's Adam spoils its weights in step 3, so the next losses. */
  @Test
  void checksTheLossesBeforeEachCheckpoint() {
    Checkpoint good = Checkpoint.read(train(config(), "wild", () -> false).checkpoint());
    Map<String, HostTensor> broken = new HashMap<>(good.tensors());
    broken.replaceAll(
        (name, tensor) ->
            name.startsWith("optimiser.generator.adam.m.")
                ? HostTensor.of(tensor.shape(), nans(tensor.elements()))
                : tensor);
    TrainConfig rarelyLogged = config("logEvery", "1000", "checkpointEvery", "2");
    Checkpoint damaged = new Checkpoint(rarelyLogged, 2, 1, good.imageChannels(), broken);
    RunFolder run = RunFolder.open(folder.resolve("wild"));

    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      TrainRun again =
          new TrainRun(
              rarelyLogged, TrainRun.data(rarelyLogged), device, run, new Silent(), () -> false);
      assertThatThrownBy(() -> again.run(Optional.of(damaged)))
          .isInstanceOf(RunFailure.class)
          .hasMessageContaining("step 4: the losses are no numbers any more (D NaN, G NaN)")
          .hasMessageContaining("step-0000002.safetensors");
    }
  }

  @Test
  void logsEverySoManySteps() {
    train(config("logEvery", "3"), "run", () -> false);
    List<MetricsLine> lines = MetricsLog.read(RunFolder.open(folder.resolve("run")).metrics());
    assertThat(lines).extracting(MetricsLine::step).containsExactly(3L, 4L, 6L);
    assertThat(lines).filteredOn(line -> line.watch() != null).hasSize(1);
    assertThat(lines.get(1).watch().distance())
        .as("looked at where samples are drawn, between lines of the log too")
        .isPositive();
    assertThat(lines).allSatisfy(line -> assertThat(line.timing().imagesPerSecond()).isPositive());
  }

  /** Progress is told of the first and the last step, whatever the time between. */
  @Test
  void tellsOfTheFirstAndTheLastStep() {
    List<Long> told = new ArrayList<>();
    TrainConfig config =
        config("logEvery", "1000", "sampleEvery", "1000", "checkpointEvery", "1000");
    ProgressListener listener =
        new Silent() {
          @Override
          public void progress(Progress progress) {
            told.add(progress.step());
          }
        };
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      RunFolder run = RunFolder.create(Optional.of(folder.resolve("run")), config, "test");
      new TrainRun(config, TrainRun.data(config), device, run, listener, () -> false)
          .run(Optional.empty());
    }
    assertThat(told).startsWith(1L).endsWith(6L).doesNotHaveDuplicates();
  }

  private static float[] nans(int count) {
    float[] values = new float[count];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  @Test
  void refusesABatchLargerThanTheDataSet() {
    assertThatThrownBy(() -> TrainRun.data(config("batch", "10001")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("10001")
        .hasMessageContaining("10,000");
  }

  @Test
  void samplesOfACheckpointAreAFunctionOfTheSeed() {
    TrainRun.Outcome outcome = train(config(), "run", () -> false);
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Sampler sampler = new Sampler(Checkpoint.read(outcome.checkpoint()), device)) {
      float[] few = sampler.draw(3, 7);
      float[] many = sampler.draw(70, 7);

      assertThat(few).hasSize(3 * 28 * 28).containsExactly(Arrays.copyOf(many, few.length));
      assertThat(sampler.draw(3, 8)).isNotEqualTo(few);
      for (float value : many) {
        assertThat(value).isBetween(-1f, 1f);
      }
    }
  }

  /** After its first step a run takes nothing more from the device's allocator. */
  @Test
  void aStepAllocatesNothingAfterTheFirst() {
    TrainConfig config = config();
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      long before = device.memory().liveBytes();
      try (Training training = new Training(config, TrainRun.data(config), device)) {
        training.step();
        long allocations = device.memory().allocations();
        for (int step = 1; step < 5; step++) {
          training.step();
        }
        assertThat(device.memory().allocations()).isEqualTo(allocations);
      }
      assertThat(device.memory().liveBytes()).isEqualTo(before);
    }
  }

  private static class Silent implements ProgressListener {
    @Override
    public void message(String line) {}

    @Override
    public void progress(Progress progress) {}
  }
}
