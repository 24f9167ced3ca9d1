package ganengine.gan.cli;

import ganengine.gan.launch.LauncherWatch;

/** The command line's entry. */
public final class Main {
  private Main() {}

  /**
   * Runs the command and exits with its code: 0 done, 1 it failed, 2 the user must change
   * something.
   */
  public static void main(String[] args) {
    LauncherWatch.start();
    System.exit(GanEngine.execute(GanEngine.commandLine(), args));
  }
}
