package ganengine.gan.cli;

import java.io.Console;

/** Whether a person sits at this program. */
final class Terminal {
  private Terminal() {}

  /** Whether standard input and output are a terminal's, not a file's or a pipe's. */
  @SuppressWarnings("SystemConsoleNull") // Null until Java 21, then isTerminal() tells.
  static boolean attached() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot ask the console", e);
    }
  }
}
