package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganengine.engine.io.HostTensor;
import ganengine.engine.tensor.RecordingDevice;
import ganengine.gan.config.Presets;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSets;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every preset trains, on small data of its data set's shape. */
final class PresetTrainingTest {
  /** One of each way that a step can differ. */
  static final List<String> KINDS =
      List.of(
          "mnist-wgan",
          "mnist-wgan-gp",
          "mnist-cgan",
          "mnist-cdcgan",
          "mnist-hinge",
          "mnist-r1",
          "mnist-cnn",
          "stacked-pac2",
          "stacked-tiny-pac2",
          "stacked-r3gan",
          "ring-pac3",
          "per-epoch",
          "flipped");

  private static TrainConfig config(String preset) {
    Map<String, String> options = new HashMap<>();
    options.put("batch", "4");
    options.put("channels", preset.startsWith("stacked-tiny") ? "2" : "8");
    String name = preset;
    if (preset.equals("stacked-r3gan")) {
      // Ends between a checkpoint and the last step, and within what is replayed.
      options.put("burnIn", "20");
      options.put("rateGStart", "1e-3");
      options.put("rateDStart", "1e-3");
    } else if (preset.equals("per-epoch")) {
      options.put("schedule", "per-epoch");
      name = "mnist-mlp-bce";
    } else if (preset.equals("flipped")) {
      options.put("flip", "true");
      name = "mnist-cgan";
    }
    return Settings.resolve(Optional.of(name), Optional.empty(), options);
  }

  /** Its warm-up would be 100 updates a step. */
  private static TrainConfig quick(String preset) {
    TrainConfig config = config(preset);
    return config.criticWarmUp()
        ? Settings.resolve(
            Optional.of(preset),
            Optional.empty(),
            Map.of("batch", "4", "channels", "8", "criticWarmUp", "false"))
        : config;
  }

  @ParameterizedTest
  @FieldSource("ganengine.gan.config.Presets#NAMES")
  void buildsAndTrains(String preset) {
    assumeTrue(
        Presets.dataset(preset).map(DataSets.names()::contains).orElse(true),
        "its data set can't be read yet");
    TrainConfig config = quick(preset);
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Training training = new Training(config, SyntheticData.of(config), device)) {
      Map<String, HostTensor> before = training.checkpoint(0).tensors();
      for (int step = 0; step < 2; step++) {
        training.step();
        StepMetrics metrics = training.metrics();
        assertThat(metrics.finite()).as(metrics.toString()).isTrue();
        assertThat(metrics.dReal()).isBetween(0.0, 1.0);
        assertThat(metrics.dFake()).isBetween(0.0, 1.0);
      }
      Map<String, HostTensor> after = training.checkpoint(0).tensors();
      for (String network : List.of("generator.", "discriminator.")) {
        assertThat(after.entrySet())
            .filteredOn(entry -> entry.getKey().startsWith(network))
            .anyMatch(entry -> !entry.getValue().equals(before.get(entry.getKey())));
      }
      assertThat(training.samples(3)).hasSize(3 * training.image().size());
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void goesOnBitForBit(String preset) {
    TrainConfig config = quick(preset);
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      Checkpoint middle;
      Checkpoint whole;
      StepMetrics last;
      try (Training training = new Training(config, SyntheticData.of(config), device)) {
        steps(training, 3);
        middle = training.checkpoint(0);
        steps(training, 5);
        whole = training.checkpoint(0);
        last = training.metrics();
      }
      try (Training training = new Training(config, SyntheticData.of(config), device)) {
        training.restore(middle);
        steps(training, 5);
        assertThat(training.checkpoint(0).tensors()).isEqualTo(whole.tensors());
        assertThat(training.metrics()).isEqualTo(last);
      }
    }
  }

  /** Each kind of round becomes a launch of its own; nothing passes between host and device. */
  @ParameterizedTest
  @FieldSource("KINDS")
  void replaysAreTheEagerStepsBitForBit(String preset) {
    TrainConfig config = quick(preset);
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      Checkpoint eager;
      try (Training training = new Training(config, SyntheticData.of(config), device)) {
        steps(training, 18);
        eager = training.checkpoint(0);
      }
      RecordingDevice recording = new RecordingDevice(device);
      try (Training training = new Training(config, SyntheticData.of(config), recording.device())) {
        int before = recording.transfers();
        steps(training, 18);
        int epochs = (int) Math.ceil(training.epoch());
        assertThat(recording.transfers() - before).isEqualTo(epochs);
        boolean twoKinds = config.stepsD() > 1 || config.schedule().equals("per-epoch");
        assertThat(recording.captures()).isEqualTo(twoKinds ? 2 : 1);
        assertThat(training.checkpoint(0).tensors()).isEqualTo(eager.tensors());
      }
    }
  }

  @Test
  void theCriticsWarmUpDrawsAHundredBatches() {
    TrainConfig config = config("mnist-wgan");
    try (Device device = Devices.open("cpu", new DeviceOptions(1));
        Training training = new Training(config, SyntheticData.of(config), device)) {
      steps(training, 2);
      assertThat(training.imagesSeen()).isEqualTo(2 * 100 * 4);
      assertThat(training.checkpoint(0).tensors())
          .allSatisfy(
              (name, tensor) -> {
                if (name.startsWith("discriminator.")) {
                  for (float weight : tensor.floats()) {
                    assertThat(weight).isBetween(-0.01f, 0.01f);
                  }
                }
              });
    }
  }

  /** Of the same z, so that nothing else can make the difference. */
  @ParameterizedTest
  @ValueSource(strings = {"onehot", "embedding"})
  void anotherLabelMakesAnotherImageForEveryModel(String conditional) {
    for (String model : List.of("mlp", "dcgan", "cnn", "resnet", "tiny")) {
      TrainConfig config =
          Settings.resolve(
              Optional.empty(),
              Map.of(
                  "model",
                  model,
                  "conditional",
                  conditional,
                  "batch",
                  "4",
                  "channels",
                  "4",
                  "imageSize",
                  "16",
                  "pack",
                  "2"));
      try (Device device = Devices.open("cpu", new DeviceOptions(1));
          Training training = new Training(config, SyntheticData.images(16, 1), device)) {
        steps(training, 2);
        assertThat(training.metrics().finite()).isTrue();
        Checkpoint checkpoint = training.checkpoint(0);
        assertThat(checkpoint.classes()).isEqualTo(10);
        try (Sampler sampler = new Sampler(checkpoint, device)) {
          float[] threes = sampler.draw(new int[] {3, 3}, 5);
          float[] fours = sampler.draw(new int[] {3, 4}, 5);
          int size = sampler.image().size();
          assertThat(Arrays.copyOf(fours, size)).isEqualTo(Arrays.copyOf(threes, size));
          assertThat(Arrays.copyOfRange(fours, size, 2 * size))
              .as(model)
              .isNotEqualTo(Arrays.copyOfRange(threes, size, 2 * size));
        }
      }
    }
  }

  private static void steps(Training training, int count) {
    for (int step = 0; step < count; step++) {
      training.step();
    }
  }
}
