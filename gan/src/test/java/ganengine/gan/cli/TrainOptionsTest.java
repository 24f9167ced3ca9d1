package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.config.Setting;
import ganengine.gan.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TrainOptionsTest {
  @Test
  void everySettingIsAnOptionWithHelp() {
    List<String> shown =
        OptionSection.ALL.stream()
            .flatMap(section -> section.texts().stream())
            .map(OptionSection.Text::key)
            .toList();

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(Settings.all().stream().map(Setting::key).toList());
    String help = Cli.run("train", "--help").out();
    for (Setting setting : Settings.all()) {
      assertThat(help).contains(TrainOptions.name(setting.key()) + "=");
    }
    assertThat(help).contains("Default: 2e-4").contains("3.6 minutes on digits, 25 epochs");
  }

  @Test
  void onlyWhatWasTypedIsGiven() {
    assertThat(given()).isEmpty();
    assertThat(given("--image-size", "32", "--seed", "-5", "--data=a b"))
        .isEqualTo(Map.of("imageSize", "32", "seed", "-5", "data", "a b"));
  }

  @Test
  void oneRateIsForBothUnlessEachHasItsOwn() {
    assertThat(given("--rate", "1e-3")).isEqualTo(Map.of("rateG", "1e-3", "rateD", "1e-3"));
    assertThat(given("--rate-d", "2e-3", "--rate", "1e-3"))
        .isEqualTo(Map.of("rateG", "1e-3", "rateD", "2e-3"));
  }

  @Test
  void theLastOneWins() {
    assertThat(given("--batch", "8", "--batch", "16")).isEqualTo(Map.of("batch", "16"));
  }

  private static Map<String, String> given(String... args) {
    String[] line = Stream.concat(Stream.of("train"), Stream.of(args)).toArray(String[]::new);
    return TrainOptions.given(GanEngine.commandLine().parseArgs(line).subcommand());
  }
}
