package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        .doesNotContain("-XX:+UseG1GC");
    assertThat(ChildCommand.of(jvm(17, true, true), List.of())).contains("-XX:+UseG1GC");
  }

  private static RunningJvm jvm(int feature, boolean vector, boolean huge, String... flags) {
    return new RunningJvm(7, Path.of("/jdk"), feature, "a.jar", List.of(flags), vector, huge);
  }
}
