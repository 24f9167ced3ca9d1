package ganengine.gan.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** A command of this program in a JVM like this one. */
public final class SecondJvm {
  private SecondJvm() {}

  /**
   * Starts it. It ends when this process is gone (see {@link LauncherWatch}).
   *
   * @param arguments the command and its options
   * @param output where all it prints goes, at the file's end
   */
  public static Process start(List<String> arguments, Path output) throws IOException {
    return new ProcessBuilder(ChildCommand.of(RunningJvm.inspect(), arguments))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(output.toFile()))
        .start();
  }
}
