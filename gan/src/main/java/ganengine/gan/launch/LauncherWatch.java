package ganengine.gan.launch;

import java.util.Optional;

/**
 * In the child: ends it when the launcher is gone, so that {@code kill -9} of the process the user
 * knows ends the training too. The sign is that this process has another parent; the launcher's
 * process may linger as a zombie, or its number be given to another.
 */
public final class LauncherWatch {
  private static final long INTERVAL_MILLIS = 250;
  private static final int KILLED = 128 + 9;

  private LauncherWatch() {}

  /** Starts watching; does nothing in a JVM that the launcher did not start. */
  public static void start() {
    Long launcher = Long.getLong(ChildCommand.LAUNCHER_PROPERTY);
    if (launcher == null) {
      return;
    }
    Thread thread = new Thread(() -> watch(launcher), "launcher-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void watch(long launcher) {
    while (isParent(launcher)) {
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
    Runtime.getRuntime().halt(KILLED);
  }

  private static boolean isParent(long pid) {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    return parent.isPresent() && parent.get().pid() == pid;
  }
}
