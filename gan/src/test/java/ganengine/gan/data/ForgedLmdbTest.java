package ganengine.gan.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LMDB trusts what it reads, and a bad number there ends the program that reads it. */
class ForgedLmdbTest {
  @TempDir Path folder;

  @Test
  void noForgedDatabaseEndsTheProgram() throws Exception {
    byte[][] values = new byte[300][];
    for (int i = 0; i < values.length; i++) {
      values[i] = "v".repeat(i % 40 == 7 ? 9000 : 20 + i).getBytes(US_ASCII);
    }
    Path sound = LmdbFolder.write(folder.resolve("sound"), values).resolve("data.mdb");
    assertThat(LmdbFile.check(sound)).isEqualTo(300);

    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-cp",
                System.getProperty("java.class.path"),
                ForgedLmdb.class.getName(),
                sound.toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended").isTrue();
    String said = Files.readString(out);
    assertThat(process.exitValue()).as(said).isZero();
    Matcher counts = Pattern.compile("(\\d+) refused, (\\d+) read").matcher(said);
    assertThat(counts.find()).as(said).isTrue();
    assertThat(Integer.parseInt(counts.group(1))).isGreaterThan(500);
    // Changes in values and in what only writers look at do no harm.
    assertThat(Integer.parseInt(counts.group(2))).isGreaterThan(100);
  }
}
