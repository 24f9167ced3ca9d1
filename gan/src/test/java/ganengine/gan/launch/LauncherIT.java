package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LauncherIT {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("javaHomes")
  void givesTheVectorApiOnEveryJavaHere(Path home) throws Exception {
    try (GanProcess doctor = new GanProcess.Start(folder, home).run("doctor")) {
      assertThat(doctor.exitCode()).isZero();
      assertThat(doctor.out()).contains("the Vector API is there").contains(home.toString());
      assertThat(doctor.err()).isEmpty();
    }
  }

  @Test
  void theUsersFlagsReachTheWorkerAndWin() throws Exception {
    try (GanProcess doctor = new GanProcess.Start(folder, "-Xmx300m", "-Da=b c").run("doctor")) {
      assertThat(doctor.out()).contains("-Xmx300m -Da=b c").contains("of which 0.3 for the heap");
    }
  }

  @Test
  void flagsFromTheEnvironmentAreAppliedAndAnnouncedOnce() throws Exception {
    try (GanProcess doctor =
        new GanProcess.Start(folder).environment("JAVA_TOOL_OPTIONS", "-Da=b").run("doctor")) {
      assertThat(doctor.out()).containsOnlyOnce("-Da=b");
      assertThat(doctor.err().lines()).singleElement().asString().contains("JAVA_TOOL_OPTIONS");
    }
  }

  @Test
  void nothingIsRestartedIfThereIsNoNeedOrItIsForbidden() throws Exception {
    try (GanProcess forbidden =
            new GanProcess.Start(folder, "-Dganengine.relaunch=false").run("doctor");
        GanProcess needless =
            new GanProcess.Start(folder, "--add-modules", "jdk.incubator.vector").run("doctor")) {
      assertThat(forbidden.out()).contains("no Vector API").doesNotContain("ganengine.launcher");
      assertThat(needless.out())
          .contains("the Vector API is there")
          .doesNotContain("ganengine.launcher");
    }
  }

  @Test
  void theWorkersExitCodeAndErrorLineComeBack() throws Exception {
    try (GanProcess misspelt = new GanProcess.Start(folder).run("docter")) {
      assertThat(misspelt.exitCode()).isEqualTo(2);
      assertThat(misspelt.out()).isEmpty();
      assertThat(misspelt.err().lines())
          .singleElement()
          .asString()
          .startsWith("gan-engine: there is no command 'docter'; did you mean 'doctor'?");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void standardInputReachesTheWorker() throws Exception {
    Path input = Files.writeString(folder.resolve("input.yaml"), "batch: none\n");
    try (GanProcess train =
        new GanProcess.Start(folder).input(input).run("train", "--config", "/dev/stdin")) {
      assertThat(train.exitCode()).isEqualTo(2);
      assertThat(train.err().lines()).singleElement().asString().contains("batch").contains("none");
    }
  }

  @Test
  void knowsItsVersion() throws Exception {
    try (GanProcess version = new GanProcess.Start(folder).run("--version")) {
      assertThat(version.out().strip()).matches("gan-engine \\d+\\.\\d+\\.\\d+");
    }
  }

  @Test
  void reportsWhatTheRestartCosts() throws Exception {
    long[] launched = new long[3];
    long[] direct = new long[3];
    for (int i = 0; i < launched.length; i++) {
      launched[i] = millis();
      direct[i] = millis("-Dganengine.relaunch=false");
    }
    Arrays.sort(launched);
    Arrays.sort(direct);
    System.out.println("launcher overhead: " + (launched[1] - direct[1]) + " ms");
  }

  private long millis(String... flags) throws InterruptedException {
    long start = System.nanoTime();
    try (GanProcess version = new GanProcess.Start(folder, flags).run("--version")) {
      assertThat(version.exitCode()).isZero();
      return (System.nanoTime() - start) / 1_000_000;
    }
  }

  /** The Java of this test, and those where Debian and the like put them. */
  private static Set<Path> javaHomes() throws IOException {
    Set<Path> homes = new TreeSet<>();
    homes.add(Path.of(System.getProperty("java.home")).toRealPath());
    Path shelf = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(shelf)) {
      for (Path home : list(shelf)) {
        if (Files.isExecutable(home.resolve("bin/java"))) {
          homes.add(home.toRealPath());
        }
      }
    }
    return homes;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
