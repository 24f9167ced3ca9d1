package ganengine.bench.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.bench.peer.PeerNetworks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final String HOME = System.getProperty("java.home");

  @Test
  void byDefaultTwentyStartsOfTheRunningJava() {
    Options options = Options.parse();
    assertThat(options.javas()).containsExactly(Path.of(HOME));
    assertThat(options.starts()).isEqualTo(20);
  }

  @Test
  void takesSeveralJavas() {
    String line = "--network mlp --threads 2 --starts 3 --seconds 0.5 --out x --java";
    String[] words = (line + " " + HOME + " --java " + HOME).split(" ", -1);
    assertThat(Options.parse(words))
        .isEqualTo(
            new Options(
                List.of(Path.of(HOME), Path.of(HOME)), PeerNetworks.MLP, 2, 3, 0.5, Path.of("x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--network vgg",
        "--threads 0",
        "--starts 1.5",
        "--starts",
        "--seconds fast",
        "--java nowhere",
        "--fast"
      })
  void saysWhatIsWrong(String line) {
    String[] words = line.split(" ", -1);
    assertThatThrownBy(() -> Options.parse(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words[words.length - 1]);
  }
}
