package ganengine.gan.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command: {@code gan-engine}. */
@Command(
    name = "gan-engine",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    description = "Trains generative adversarial networks and draws samples from them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      SampleCommand.class,
      EvaluateCommand.class,
      InterpolateCommand.class,
      ArithmeticCommand.class,
      ProjectCommand.class,
      MixCommand.class,
      NearestCommand.class,
      FeaturesCommand.class,
      SaliencyCommand.class,
      ForgetCommand.class,
      ReproduceCommand.class,
      GradcheckCommand.class,
      DoctorCommand.class,
      DatasetCommand.class
    },
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it failed: the device can't be used, the loss is no number any more, a check found an error",
      "2:you must change something: an option, a file, room on the disk",
      "130, 143:stopped by Ctrl-C or kill, after a checkpoint"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine gradcheck            check the gradients of every op",
      "  gan-engine COMMAND --help       what a command does and takes",
      GanEngine.STANDS_FOR
    })
final class GanEngine implements Runnable {
  /** The last line of each command's examples. */
  static final String STANDS_FOR = "(gan-engine stands for: java -jar gan-engine.jar)";

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "When it fails, show the stack trace too.")
  private boolean stacktrace;

  /** The whole command line, ready to execute. */
  static CommandLine commandLine() {
    GanEngine top = new GanEngine();
    Errors errors = new Errors(() -> top.stacktrace);
    return new CommandLine(top)
        .setUsageHelpWidth(100)
        .setOverwrittenOptionsAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** Parses, runs, prints errors; the exit code. */
  static int execute(CommandLine commandLine, String... args) {
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      commandLine
          .getErr()
          .println(
              "gan-engine: Java's heap is full: use a smaller --batch or --channels, or give it more"
                  + " (java -Xmx12g -jar gan-engine.jar ...); doctor shows how much there is");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Without a command: the help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
