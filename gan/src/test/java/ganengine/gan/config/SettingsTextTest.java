package ganengine.gan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTextTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/mnist",
        "null",
        "~",
        "true",
        "007",
        "1_000",
        "a: b",
        "# no",
        "- x",
        "'",
        "\"",
        "é  ü",
        "a\nb",
        "[x]",
        "C:\\data",
        "2024-01-01",
        "*a",
        "!b",
        "/a folder/whose name/is so long/that a line of it/would be wrapped/by a writer/of YAML/if it were/allowed to"
      })
  void bothTextsKeepEverySetting(String data) throws IOException {
    TrainConfig config =
        Settings.resolve(
            Optional.empty(),
            Map.of(
                "data",
                data,
                "dataset",
                "mnist",
                "rateG",
                Math.PI * 1e-5,
                "seed",
                -5,
                "epochs",
                0.1));
    Path file = Files.writeString(folder.resolve("c.yaml"), SettingsText.toYaml(config));
    assertThat(config.data()).isEqualTo(data);
    assertThat(Settings.resolve(Optional.of(file), Map.of())).isEqualTo(config);
    assertThat(SettingsText.fromJson(SettingsText.toJson(config), "test")).isEqualTo(config);
  }

  @Test
  void yamlIsOneSettingALine() {
    String yaml = SettingsText.toYaml(Settings.resolve(Optional.empty(), Map.of()));
    assertThat(yaml.lines()).hasSize(Settings.all().size()).first().isEqualTo("model: dcgan");
  }

  @Test
  void jsonIsOneLine() {
    String json = SettingsText.toJson(Settings.resolve(Optional.empty(), Map.of()));
    assertThat(json.lines()).hasSize(1);
  }

  @Test
  void settingsThatAnOlderVersionDidNotWriteGetTheirDefaults() {
    TrainConfig config = SettingsText.fromJson("{\"batch\": 8, \"steps\": 7}", "test");
    assertThat(config)
        .isEqualTo(Settings.resolve(Optional.empty(), Map.of("batch", 8, "steps", 7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"batch\": 8", "{\"batch\": }", "nonsense", "[1]", "{\"colour\": 3}"})
  void damagedJson(String json) {
    assertThatThrownBy(() -> SettingsText.fromJson(json, "model.safetensors"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("model.safetensors")
        .hasMessageNotContaining("\n");
  }
}
