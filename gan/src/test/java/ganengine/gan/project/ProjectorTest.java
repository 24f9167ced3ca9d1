package ganengine.gan.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.measure.Stage;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Latents;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.SmallRuns;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProjectorTest {
  private static final ProjectionSettings FEW = new ProjectionSettings(2, 30, 0.1, 0, 0.001, 30);

  private final Device device = Devices.open("cpu", new DeviceOptions(1));

  @AfterEach
  void close() {
    device.close();
  }

  private static Map<String, String> small(String... more) {
    Map<String, String> settings =
        new HashMap<>(Map.of("model", "dcgan", "imageSize", "16", "channels", "8", "latent", "8"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  @Test
  void findsImagesOfTheGeneratorItselfAgain() {
    try (Sampler sampler = new Sampler(SmallRuns.varied(small(), device), device)) {
      float[] targets = sampler.draw(10, 3);
      int size = sampler.image().size();
      List<Double> others = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        others.add(Psnr.of(targets, i, targets, (i + 1) % 10, size));
      }
      assertThat(others).as("images differ").allMatch(ratio -> ratio < 20);

      List<Projection> found =
          new Projector(sampler, null, ProjectionSettings.STANDARD)
              .project(targets, null, 1, Stage.SILENT);

      assertThat(found.stream().filter(projection -> projection.psnr() > 30))
          .as("decibels " + found.stream().map(Projection::psnr).toList())
          .hasSizeGreaterThanOrEqualTo(9);
      Projection first = found.get(0);
      assertThat(first.image()).containsExactly(sampler.images(first.latent()));
      assertThat(first.label()).isEqualTo(-1);
      assertThat(first.restarts()).hasSize(8).contains(first.psnr());
    }
  }

  @Test
  void unknownClassesAreFoundAndUniformLatentsStayInTheirCube() {
    Map<String, String> settings = small("conditional", "onehot", "latentDistribution", "uniform");
    try (Sampler sampler = new Sampler(SmallRuns.varied(settings, device), device)) {
      int[] labels = {3, 8, 0};
      float[] targets = sampler.draw(labels, 5);
      Projector projector =
          new Projector(sampler, null, new ProjectionSettings(20, 100, 0.3, 0, 0.001, 100));

      List<Projection> found = projector.project(targets, null, 1, Stage.SILENT);

      assertThat(found).extracting(Projection::label).containsExactly(3, 8, 0);
      for (Projection projection : found) {
        assertThat(projection.restarts()).hasSize(20);
        for (float z : projection.latent()) {
          assertThat(z).isBetween(-1f, 1f);
        }
      }
      assertThat(new Projector(sampler, null, FEW).project(targets, 4, 1, Stage.SILENT))
          .extracting(Projection::label)
          .containsOnly(4);
      assertThatThrownBy(() -> projector.project(targets, 10, 1, Stage.SILENT))
          .isInstanceOf(UserError.class)
          .hasMessage("--label: there is no class 10; expected 0 to 9");
    }
  }

  @Test
  void theDiscriminatorsFeaturesPullBesideThePixels() {
    Checkpoint checkpoint = SmallRuns.trained(20, small("pack", "2"), device);
    float[] digits = new float[16 * 16];
    Arrays.fill(digits, 100, 140, 1);
    try (Sampler sampler = new Sampler(checkpoint, device);
        TrainedDiscriminator discriminator = TrainedDiscriminator.of(checkpoint, device)) {
      float[] pixels = latent(new Projector(sampler, null, FEW), digits);
      ProjectionSettings weighted = new ProjectionSettings(2, 30, 0.1, 1, 0.001, 30);
      float[] both = latent(new Projector(sampler, discriminator, weighted), digits);

      assertThat(both).isNotEqualTo(pixels);
      assertThat(featureDistance(discriminator, digits, sampler.images(both)))
          .isLessThan(featureDistance(discriminator, digits, sampler.images(pixels)));
    }
  }

  private static float[] latent(Projector projector, float[] target) {
    return projector.project(target, null, 1, Stage.SILENT).get(0).latent();
  }

  @SuppressWarnings("try") // The scope works by being open.
  private static double featureDistance(TrainedDiscriminator discriminator, float[] a, float[] b) {
    try (Scope scope = Scope.inference()) {
      ConvolutionFeatures features = new ConvolutionFeatures(discriminator);
      float[] ofA = features.of(Tensor.of(discriminator.image().batch(1), a), null).toFloats();
      float[] ofB = features.of(Tensor.of(discriminator.image().batch(1), b), null).toFloats();
      double sum = 0;
      for (int i = 0; i < ofA.length; i++) {
        sum += Math.pow(ofA[i] - ofB[i], 2);
      }
      return sum;
    }
  }

  @Test
  @SuppressWarnings("try") // The scope works by being open.
  void aStepTakesNoMemoryAfterTheFirst() {
    try (Sampler sampler = new Sampler(SmallRuns.trained(1, small(), device), device);
        Scope scope = Scope.inference()) {
      Tensor targets = Tensor.full(sampler.image().batch(4), 0.5);
      ProjectionLoss loss = new ProjectionLoss(sampler.generator(), targets, null, 0.1, null, 0);
      Latents latents = sampler.latents();
      try (ProjectionBatch batch = new ProjectionBatch(loss, sampler.latents(4, 1), latents, FEW)) {
        batch.run();
        long before = device.memory().allocations();
        batch.run();
        batch.run();
        assertThat(device.memory().allocations()).isEqualTo(before);
      }
    }
  }

  @Test
  void restartsStopOneByOneWhenTheyNoLongerImprove() {
    Restarts restarts = new Restarts(2, 1, 40);
    restarts.look(20, new float[] {1, 1}, new float[] {10, 20});
    restarts.look(40, new float[] {0.5f, 1}, new float[] {11, 21});
    restarts.look(60, new float[] {0.5f, 1}, new float[] {12, 22});
    assertThat(restarts.steps()).containsExactly(0, 60);
    assertThat(restarts.allStopped()).isFalse();
    restarts.look(80, new float[] {0.4999f, 0}, new float[] {13, 23});
    assertThat(restarts.steps()).containsExactly(80, 60);
    assertThat(restarts.allStopped()).isTrue();
    assertThat(restarts.latents()).containsExactly(13, 22);
  }

  @Test
  void saysWhatItCannotProject() {
    Checkpoint dense =
        SmallRuns.trained(0, Map.of("model", "mlp", "imageSize", "16", "latent", "4"), device);
    ProjectionSettings weighted = new ProjectionSettings(2, 30, 0.1, 1, 0.001, 30);
    try (Sampler sampler = new Sampler(dense, device);
        TrainedDiscriminator discriminator = TrainedDiscriminator.of(dense, device)) {
      assertThatThrownBy(() -> new Projector(sampler, discriminator, weighted))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("have no convolutions");
    }
  }
}
