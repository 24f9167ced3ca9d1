package ganengine.gan.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * The command line run inside the test's JVM.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it printed on standard error
 */
public record Cli(int code, String out, String err) {
  /** Runs it with these words. */
  public static Cli run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = GanEngine.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = GanEngine.execute(commandLine, args);
    return new Cli(code, out.toString(), err.toString());
  }
}
