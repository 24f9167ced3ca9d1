package ganengine.gan.launch;

import ganengine.gan.cli.Main;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What {@code java -jar gan-engine.jar} runs. A jar cannot ask for JVM flags, and without {@code
 * --add-modules jdk.incubator.vector} convolutions run scalar code; so this starts the same Java
 * again with that flag and waits.
 *
 * <p>It is to be unnoticeable: the child has this process's standard input and output, its exit
 * code is returned, signals go on to it, and it ends when this process is killed. Nothing is
 * restarted if the module is already there or with {@code -Dganengine.relaunch=false}.
 *
 * <p>Loads as few classes as it can: its cost is one start of an empty JVM.
 */
public final class Launcher {
  /** Their contents are among the flags handed over; Java would apply and announce them twice. */
  private static final List<String> FLAG_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private Launcher() {}

  /** Runs the command line, in a second JVM if need be; exits with its code. */
  public static void main(String[] args) throws InterruptedException {
    if (relaunchNeeded()) {
      relaunch(args);
    }
    Main.main(args);
  }

  private static boolean relaunchNeeded() {
    return !System.getProperty("ganengine.relaunch", "true").equals("false")
        && ModuleLayer.boot().findModule(RunningJvm.VECTOR_MODULE).isEmpty();
  }

  /** Returns only if the child could not be started. */
  private static void relaunch(String[] args) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(ChildCommand.of(RunningJvm.inspect(), Arrays.asList(args)));
    builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    FLAG_VARIABLES.forEach(environment::remove);
    Process child;
    try {
      child = builder.start();
    } catch (IOException e) {
      System.err.println(
          "gan-engine: could not start Java again, going on without the Vector API: "
              + e.getMessage());
      return;
    }
    for (String signal : Signals.STOPPING) {
      Signals.handle(signal, () -> Signals.send(signal, child.toHandle()));
    }
    Thread pump = new Thread(new WarningFilter(child.getErrorStream(), System.err), "stderr");
    pump.setDaemon(true);
    pump.start();
    int code = child.waitFor();
    pump.join();
    System.exit(code);
  }
}
