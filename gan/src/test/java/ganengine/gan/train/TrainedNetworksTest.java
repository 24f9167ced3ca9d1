package ganengine.gan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.nn.Pass;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A checkpoint's networks, looked at from outside. */
final class TrainedNetworksTest {
  private final Device device = Devices.open("cpu", new DeviceOptions(1));

  @AfterEach
  void close() {
    device.close();
  }

  private Checkpoint checkpoint(String preset) {
    TrainConfig config =
        Settings.resolve(
            Optional.of(preset), Optional.empty(), Map.of("batch", "4", "channels", "8"));
    try (Training training = new Training(config, SyntheticData.of(config), device)) {
      training.step();
      return training.checkpoint(0);
    }
  }

  @Test
  void drawnImagesAreTheImagesOfTheSeedsLatents() {
    try (Sampler sampler = new Sampler(checkpoint("mnist-cgan"), device)) {
      float[] z = sampler.latents(70, 5);
      int[] labels = new int[70];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = i % 10;
      }
      float[] images = sampler.images(z, labels);
      assertThat(images).containsExactly(sampler.draw(70, 5));

      int length = sampler.latents().length();
      float[] last = Arrays.copyOfRange(z, 69 * length, 70 * length);
      int size = sampler.image().size();
      assertThat(sampler.images(last, new int[] {9}))
          .containsExactly(Arrays.copyOfRange(images, 69 * size, 70 * size));
      assertThatThrownBy(() -> sampler.images(last, new int[] {10}))
          .isInstanceOf(UserError.class)
          .hasMessage("there is no class 10; expected 0 to 9");
    }
  }

  @Test
  void whatTheNetworksSeeIsInTheirRange() {
    try (Sampler sampler = new Sampler(checkpoint("stacked-pac2"), device)) {
      assertThat(sampler.seen(new float[] {-1, 0, 1})).containsExactly(0, 0.5f, 1);
    }
  }

  @Test
  @SuppressWarnings("try") // The scope works by being open.
  void theDiscriminatorIsTheTrainedOne() {
    Checkpoint checkpoint = checkpoint("mnist-dcgan");
    float[] trained = logits(TrainedDiscriminator.of(checkpoint, device));
    float[] again = logits(TrainedDiscriminator.of(checkpoint, device));
    long seed = checkpoint.config().seed();
    float[] untrained = logits(TrainedDiscriminator.untrained(checkpoint, device, seed));
    assertThat(trained).hasSize(2).containsExactly(again).isNotEqualTo(untrained);
  }

  /** Of two images, then closes it. */
  @SuppressWarnings("try") // The scope works by being open.
  private static float[] logits(TrainedDiscriminator discriminator) {
    try (discriminator;
        Scope scope = Scope.inference()) {
      float[] images = new float[2 * discriminator.image().size()];
      Arrays.fill(images, 0, discriminator.image().size(), 0.5f);
      Tensor seen = Tensor.of(discriminator.image().batch(2), discriminator.seen(images));
      return discriminator.network().forward(seen, Pass.inference()).toFloats();
    }
  }
}
