package ganengine.gan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan-engine dataset}: without a sub-command, its help. */
@Command(
    name = "dataset",
    header = "Fetch a data set, or look into one.",
    description = {
      "",
      "Data sets are read as their makers publish them. download fetches those that may be had",
      "without asking; info says what is in one, and draws some of its images."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DownloadCommand.class, InfoCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine dataset download mnist",
      "  gan-engine dataset info mnist --data data/mnist --out mnist.png",
      GanEngine.STANDS_FOR
    })
final class DatasetCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
