package ganengine.gan.launch;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * POSIX signals, in and out. Java's only door to them is {@code sun.misc.Signal} (module {@code
 * jdk.unsupported}); it is used by reflection because javac warns of every mention and has no
 * switch for that.
 */
public final class Signals {
  /** Those that ask a program to stop: Ctrl-C, {@code kill}, the terminal closed. */
  public static final List<String> STOPPING = List.of("INT", "TERM", "HUP");

  private Signals() {}

  /**
   * Runs {@code action}, on a thread of its own, at each signal of that name instead of ending the
   * JVM. A signal that the parent process set to be ignored ({@code nohup}), or that this system
   * lacks, stays as it is.
   *
   * @return brings back what happened at the signal before
   */
  public static Runnable handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                action.run();
                return null;
              });
      Method handle = signal.getMethod("handle", signal, handler);
      Object which = signal.getConstructor(String.class).newInstance(name);
      Object before = handle.invoke(null, which, proxy);
      return () -> restore(handle, which, before);
    } catch (ReflectiveOperationException e) {
      // No such signal here (HUP on Windows), or -Xrs: Java's own behaviour stays.
      return () -> {};
    }
  }

  private static void restore(Method handle, Object which, Object before) {
    try {
      handle.invoke(null, which, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot restore the handler of " + which, e);
    }
  }

  /** The exit code of a program that a signal ended: 128 + its number. */
  public static int exitCode(String name) {
    return 128
        + switch (name) {
          case "HUP" -> 1;
          case "INT" -> 2;
          case "TERM" -> 15;
          default -> throw new IllegalArgumentException("not a stopping signal: " + name);
        };
  }

  /** Sends a process the signal; where there is no shell, asks it to end as Java can. */
  static void send(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).inheritIO().start();
    } catch (IOException e) {
      process.destroy();
    }
  }
}
