package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.bench.peer.PeerNetworks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void byDefaultEverythingOnOneAndTwoThreads() {
    Options options = Options.parse();
    assertThat(options.networks()).containsExactly(PeerNetworks.values());
    assertThat(options.threads()).containsExactly(1, 2);
    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.check()).isFalse();
  }

  @Test
  void takesListsAndNumbers() {
    String line = "--networks mlp,dcgan32 --threads 2 --rounds 7 --seconds 0.5 --out x --check";
    assertThat(Options.parse(line.split(" ", -1)))
        .isEqualTo(
            new Options(
                List.of(PeerNetworks.MLP, PeerNetworks.DCGAN32),
                List.of(2),
                7,
                0.5,
                Path.of("x"),
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--networks vgg",
        "--threads 0",
        "--threads 1,x",
        "--rounds -1",
        "--rounds",
        "--seconds 0",
        "--seconds fast",
        "--fast"
      })
  void saysWhatIsWrong(String line) {
    String[] words = line.split(" ", -1);
    String wrong = words[words.length - 1];
    assertThatThrownBy(() -> Options.parse(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong.substring(wrong.lastIndexOf(',') + 1));
  }
}
