package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WarningFilterTest {
  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector\n";

  @Test
  void dropsTheWarningWhereverTheBytesAreSplit() {
    String text = "first\n" + WARNING + "last";
    for (int split = 0; split <= text.length(); split++) {
      InputStream parts =
          new SequenceInputStream(bytes(text.substring(0, split)), bytes(text.substring(split)));
      assertThat(filtered(parts)).as("split at %d", split).isEqualTo("first\nlast");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "WARNING: Using",
        "WARNING: Using\n\nWARNING: something else\n",
        "not at the start: WARNING: Using incubator modules: x\n",
        "größer\r\n"
      })
  void leavesAllElse(String text) {
    assertThat(filtered(bytes(text))).isEqualTo(text);
  }

  @Test
  void dropsItOnce() {
    assertThat(filtered(bytes(WARNING + WARNING))).isEqualTo(WARNING);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String filtered(InputStream source) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    new WarningFilter(source, new PrintStream(target, false, StandardCharsets.UTF_8)).run();
    return target.toString(StandardCharsets.UTF_8);
  }
}
