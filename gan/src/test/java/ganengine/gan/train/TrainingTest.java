package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.tensor.RecordingDevice;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.ImageSet;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Training steps on the device: without the host, as one launch, and from one device to another.
 */
final class TrainingTest {
  private static final int IMAGES = 20;

  /** Three steps an epoch. */
  private static TrainConfig config(String model) {
    return Settings.resolve(
        Optional.empty(),
        Map.of("model", model, "imageSize", 16, "batch", 6, "channels", 2, "latent", 4));
  }

  private static ImageSet noise() {
    byte[] pixels = new byte[IMAGES * 16 * 16];
    new Random(1).nextBytes(pixels);
    return new ImageSet("noise", IMAGES, 16, 16, 1, pixels, null, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp"})
  void replayedStepsAreTheEagerOnesBitForBit(String model) {
    TrainConfig config = config(model);
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      List<StepMetrics> eager = new ArrayList<>();
      Checkpoint expected;
      try (Training training = new Training(config, noise(), device)) {
        for (int step = 0; step < 20; step++) {
          training.step();
          eager.add(training.metrics());
        }
        expected = training.checkpoint(0);
      }
      long live = device.memory().liveBytes();
      RecordingDevice recording = new RecordingDevice(device);
      try (Training training = new Training(config, noise(), recording.device())) {
        for (int step = 0; step < 20; step++) {
          training.step();
          assertThat(training.metrics()).isEqualTo(eager.get(step));
          if (step % 6 == 5) {
            training.samples(7);
          }
        }
        assertThat(recording.captures()).isEqualTo(1);
        assertThat(training.checkpoint(0).tensors()).isEqualTo(expected.tensors());
      }
      assertThat(device.memory().liveBytes()).isEqualTo(live);
    }
  }

  /** But for the order of an epoch's images, before its first step. */
  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp"})
  void aStepTransfersNothingAndWaitsForNothing(String model) {
    try (Device device = Devices.open("cpu", new DeviceOptions(1))) {
      RecordingDevice recording = new RecordingDevice(device);
      try (Training training = new Training(config(model), noise(), recording.device())) {
        int before = recording.transfers();
        for (int epoch = 1; epoch <= 3; epoch++) {
          for (int step = 0; step < training.batches().perEpoch(); step++) {
            training.step();
            assertThat(recording.transfers() - before).isEqualTo(epoch);
          }
        }
      }
    }
  }

  /** The next steps are the same up to rounding. */
  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp"})
  void aCheckpointMovesToAnotherDevice(String model) {
    TrainConfig config = config(model);
    for (String[] move : new String[][] {{"reference", "cpu"}, {"cpu", "reference"}}) {
      try (Device first = Devices.open(move[0], new DeviceOptions(1));
          Device second = Devices.open(move[1], new DeviceOptions(1))) {
        List<StepMetrics> stayed = new ArrayList<>();
        Checkpoint checkpoint;
        try (Training training = new Training(config, noise(), first)) {
          for (int step = 0; step < 4; step++) {
            training.step();
          }
          checkpoint = training.checkpoint(0);
          for (int step = 0; step < 3; step++) {
            training.step();
            stayed.add(training.metrics());
          }
        }
        try (Training training = new Training(config, noise(), second)) {
          training.restore(checkpoint);
          for (StepMetrics expected : stayed) {
            training.step();
            assertClose(training.metrics(), expected);
          }
          assertThat(training.done()).isEqualTo(7);
        }
      }
    }
  }

  private static void assertClose(StepMetrics found, StepMetrics expected) {
    assertThat(found.lossD()).isEqualTo(expected.lossD(), within(1e-3));
    assertThat(found.lossG()).isEqualTo(expected.lossG(), within(1e-3));
    assertThat(found.dReal()).isEqualTo(expected.dReal(), within(1e-3));
    assertThat(found.dFake()).isEqualTo(expected.dFake(), within(1e-3));
  }
}
