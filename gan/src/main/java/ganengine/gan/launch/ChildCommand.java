package ganengine.gan.launch;

import java.util.ArrayList;
import java.util.List;

/** The command that starts the child JVM. */
final class ChildCommand {
  /** Holds the launcher's process id in the child; read by {@link LauncherWatch}. */
  static final String LAUNCHER_PROPERTY = "ganengine.launcher";

  private static final String MAIN_CLASS = "ganengine.gan.cli.Main";

  private ChildCommand() {}

  /** Our flags, then the user's, who so has the last word; then the arguments. */
  static List<String> of(RunningJvm jvm, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(jvm.home().resolve("bin").resolve("java").toString());
    command.addAll(JvmFlags.of(jvm));
    command.addAll(jvm.flags());
    command.add("-D" + LAUNCHER_PROPERTY + "=" + jvm.pid());
    command.add("-cp");
    command.add(jvm.classPath());
    command.add(MAIN_CLASS);
    command.addAll(arguments);
    return command;
  }
}
