package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObjectBoxesTest {
  @TempDir Path folder;

  @Test
  void readsALineForEachBox() throws IOException {
    Path file = folder.resolve("boxes.csv");
    Files.writeString(file, "sample,x0,y0,x1,y1\n# a window\n0,1,2,3,4\n\n9, 0, 0, 28, 28\n");
    assertThat(ObjectBoxes.read(file, 10, 28).boxes())
        .containsExactly(new ObjectBoxes.Box(0, 1, 2, 3, 4), new ObjectBoxes.Box(9, 0, 0, 28, 28));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,3,4|expected five numbers",
        "one,0,0,1,1|in whole numbers",
        "10,0,0,1,1|there are samples 0 to 9",
        "-1,0,0,1,1|there are samples 0 to 9",
        "0,0,0,29,1|x1 <= 28",
        "0,5,0,5,1|x0 < x1",
        "0,-1,0,5,1|0 <= x0",
        "sample;x0;y0;x1;y1|in whole numbers",
      })
  void refusesALineThatIsNoBox(String line, String said) throws IOException {
    Path file = folder.resolve("boxes.csv");
    Files.writeString(file, line + "\n");
    assertThatThrownBy(() -> ObjectBoxes.read(file, 10, 28))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining(said);
  }

  @Test
  void refusesWhatIsNoFileOfBoxes() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "sample,x0,y0,x1,y1\n");
    Path binary = Files.write(folder.resolve("b.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertThatThrownBy(() -> ObjectBoxes.read(empty, 10, 28)).hasMessageContaining("no box");
    assertThatThrownBy(() -> ObjectBoxes.read(binary, 10, 28)).hasMessageContaining("no text");
    assertThatThrownBy(() -> ObjectBoxes.read(folder.resolve("none.csv"), 10, 28))
        .hasMessageContaining("no such file");
  }
}
