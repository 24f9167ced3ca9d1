package ganengine.bench.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void byDefaultEveryPassOnAllProcessors() {
    Options options = Options.parse();
    assertThat(options.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat("ganengine.bench.ConvolutionBenchmark.forward").containsPattern(options.only());
    assertThat("ganengine.bench.GemmBenchmark.gemm").doesNotContainPattern(options.only());
  }

  @Test
  void namesAreWrittenWithoutTheWordBenchmark() {
    Options options = Options.parse("--only", "Adam.adam", "--threads", "3", "--out", "x");
    assertThat(options).isEqualTo(new Options(3, "AdamBenchmark.adam", Path.of("x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads 0", "--threads two", "--only", "--fast"})
  void saysWhatIsWrong(String line) {
    String[] words = line.split(" ", -1);
    assertThatThrownBy(() -> Options.parse(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words[words.length - 1]);
  }
}
