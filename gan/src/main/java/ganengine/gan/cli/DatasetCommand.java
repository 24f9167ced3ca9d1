package ganengine.gan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan-engine dataset}: without a sub-command, its help. */
@Command(
    name = "dataset",
    header = "Fetch a data set, or look into one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DownloadCommand.class, InfoCommand.class})
final class DatasetCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
