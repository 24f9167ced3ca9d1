package ganengine.gan.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command that starts the child JVM. */
final class ChildCommand {
  /** Holds the launcher's process id in the child; read by {@link LauncherWatch}. */
  static final String LAUNCHER_PROPERTY = "ganengine.launcher";

  private static final String MAIN_CLASS = "ganengine.gan.cli.Main";
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC");

  private ChildCommand() {}

  /** Our flags, then the user's, who so has the last word; then the arguments. */
  static List<String> of(RunningJvm jvm, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(jvm.home().resolve("bin").resolve("java").toString());
    if (jvm.vectorModule()) {
      command.add("--add-modules");
      command.add(RunningJvm.VECTOR_MODULE);
    }
    // A quarter of the memory, Java's default, is little for the one program that trains.
    command.add("-XX:MaxRAMPercentage=70");
    if (jvm.flags().stream().noneMatch(flag -> COLLECTOR.matcher(flag).matches())) {
      // Of its own, Java takes the serial collector on small machines; under G1 large arrays begin
      // at a region's start, so vector loads from them are aligned alike in every run.
      command.add("-XX:+UseG1GC");
    }
    if (jvm.hugePages()) {
      command.add("-XX:+UseTransparentHugePages");
    }
    if (jvm.feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(jvm.flags());
    command.add("-D" + LAUNCHER_PROPERTY + "=" + jvm.pid());
    command.add("-cp");
    command.add(jvm.classPath());
    command.add(MAIN_CLASS);
    command.addAll(arguments);
    return command;
  }
}
