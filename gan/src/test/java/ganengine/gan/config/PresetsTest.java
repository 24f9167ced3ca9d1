package ganengine.gan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PresetsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("ganengine.gan.config.Presets#NAMES")
  void saysWhatItIsAndGivesWhatItNames(String name) {
    assertThat(Presets.describe(name)).isNotBlank().hasSizeLessThan(100);
    assertThat(Presets.read(name))
        .extracting(Given::key)
        .contains("model", "dataset")
        .isSubsetOf(Settings.all().stream().map(Setting::key).toList());
  }

  @Test
  void everyFileIsListed() throws IOException {
    Path files = Path.of("src/main/resources/ganengine/gan/presets");
    try (Stream<Path> all = Files.list(files)) {
      assertThat(all.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(Presets.NAMES);
    }
  }

  @Test
  void fileAndOptionsWinOverThePreset() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "batch: 32\nlatent: 50\n");
    TrainConfig config =
        Settings.resolve(
            Optional.of("mnist-wgan"), Optional.of(file), Map.of("batch", 16, "steps", 5));
    assertThat(config.loss()).isEqualTo("wasserstein");
    assertThat(config.latent()).isEqualTo(50);
    assertThat(config.batch()).isEqualTo(16);
    assertThat(config.epochs()).isNull();
    assertThat(config.steps()).isEqualTo(5);
  }

  @Test
  void unknownName() {
    assertThatThrownBy(() -> Settings.resolve(Optional.of("mnist-gan"), Optional.empty(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("there is no preset 'mnist-gan'; --preset list shows them")
        .hasMessageContaining("did you mean");
  }
}
