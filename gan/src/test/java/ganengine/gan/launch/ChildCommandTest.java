package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChildCommandTest {
  @Test
  void asksForTheVectorModuleAndHandsOnTheArguments() {
    List<String> command = ChildCommand.of(jvm(17, true, true), List.of("train", "--batch", "8"));

    assertThat(command.get(0)).isEqualTo(Path.of("/jdk/bin/java").toString());
    assertThat(command)
        .containsSequence("--add-modules", "jdk.incubator.vector")
        .contains("-XX:+UseTransparentHugePages", "-Dganengine.launcher=7")
        .doesNotContain("--enable-native-access=ALL-UNNAMED")
        .endsWith("-cp", "a.jar", "ganengine.gan.cli.Main", "train", "--batch", "8");
  }

  @Test
  void asksForNothingThatThisJavaLacks() {
    List<String> command = ChildCommand.of(jvm(25, false, false), List.of());

    assertThat(command)
        .contains("--enable-native-access=ALL-UNNAMED")
        .doesNotContain("--add-modules", "-XX:+UseTransparentHugePages");
  }

  @Test
  void userFlagsComeAfterOursSoThatTheyWin() {
    List<String> command = ChildCommand.of(jvm(17, true, true, "-Xmx2g", "-Dx=y z"), List.of());

    assertThat(command).containsSubsequence("-XX:MaxRAMPercentage=70", "-Xmx2g", "-Dx=y z", "-cp");
  }

  @Test
  void choosesNoCollectorBesideTheUsers() {
    assertThat(ChildCommand.of(jvm(17, true, true, "-XX:+UseParallelGC"), List.of()))
        .contains("-XX:+UseParallelGC")
        .doesNotContain("-XX:+UseG1GC", "-XX:G1HeapRegionSize=2m", "-XX:MaxNewSize=64m");
    assertThat(ChildCommand.of(jvm(17, true, true), List.of())).contains("-XX:+UseG1GC");
  }

  @Test
  void asksForExperimentalFlagsOnlyWhereTheyAreKnown() {
    String known = "-XX:G1ExpandByPercentOfAvailable=0";
    assertThat(ChildCommand.of(jvm(25, true, true), List.of())).contains(known);
    assertThat(ChildCommand.of(jvm(26, true, true), List.of()))
        .doesNotContain(known, "-XX:+UnlockExperimentalVMOptions");
  }

  @Test
  void thisJavaTakesAllFlagsWithoutAWord() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.ofThisJvm());
    command.addAll(List.of("-XX:+UseG1GC", "-XX:+PrintCommandLineFlags", "--version"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("-XX:MaxNewSize=67108864").doesNotContain("Unrecognized", "HotSpot");
  }

  private static RunningJvm jvm(int feature, boolean vector, boolean huge, String... flags) {
    return new RunningJvm(7, Path.of("/jdk"), feature, "a.jar", List.of(flags), vector, huge);
  }
}
