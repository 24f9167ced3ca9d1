package ganengine.gan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "sample",
        "evaluate",
        "interpolate",
        "arithmetic",
        "project",
        "mix",
        "nearest",
        "features",
        "saliency",
        "forget",
        "gradcheck",
        "doctor",
        "dataset"
      })
  void everyCommandHasHelp(String command) {
    Cli help = Cli.run(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: gan-engine " + command).contains("--help");
    assertThat(Cli.run("--help").out()).contains("  " + command + "  ");
  }

  @Test
  void aCommandWithSubCommandsTellsOfItselfAlone() {
    String help = Cli.run("dataset", "--help").out();
    assertThat(help).contains("as their makers publish them", "gan-engine dataset info mnist");
    assertThat(help).doesNotContain("Trains generative adversarial networks", "gradcheck");
  }

  @Test
  void withoutACommandShowsTheHelp() {
    assertThat(Cli.run()).isEqualTo(Cli.run("--help"));
  }

  @ParameterizedTest
  @CsvSource({
    "docter, there is no command 'docter'; did you mean 'doctor'?",
    "doctor --hepl, there is no option '--hepl'; did you mean '--help'?",
    "doctor --stack-trase=x, there is no option '--stack-trase'; did you mean '--stacktrace'?",
    "doctor --zzzzz, there is no option '--zzzzz' (see gan-engine doctor --help)",
    "doctor who, 'who' is one word too many",
  })
  void aWordThatIsNotUnderstoodIsOneLineAndExitCode2(String line, String message) {
    Cli outcome = Cli.run(line.split(" "));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("gan-engine: " + message);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void stackTracesAreForThoseWhoAsk() {
    assertThat(Cli.run("doctor", "--hepl").err()).doesNotContain("\tat ");
    assertThat(Cli.run("--stacktrace", "doctor", "--hepl").err()).contains("\tat ");
    assertThat(Cli.run("doctor", "--stacktrace", "--hepl").err()).contains("\tat ");
  }
}
