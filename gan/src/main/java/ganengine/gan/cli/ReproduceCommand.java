package ganengine.gan.cli;

import ganengine.gan.AtomicFile;
import ganengine.gan.reproduce.Reproduction;
import ganengine.gan.reproduce.ResultTable;
import ganengine.gan.reproduce.Trial;
import ganengine.gan.reproduce.TrialFolderLock;
import ganengine.gan.reproduce.TrialSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine reproduce}: a paper's table, trial by trial. */
@Command(
    name = "reproduce",
    header = "Train a paper's table of systems, and show its figures beside the paper's.",
    sortOptions = false,
    description = {
      "",
      "Trains every system of the table with several seeds, one trial after the other or several at",
      "once. What is done stays done: stopped or killed, the same command goes on where it was.",
      "",
      "NAME is one of: pacgan-stacked, pacgan-tiny, pacgan-ring, pacgan-grid, cgan-1nn,",
      "wgan-vs-gan."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine reproduce pacgan-ring --scale quick",
      "  gan-engine reproduce pacgan-ring --scale quick --table",
      "  gan-engine reproduce pacgan-stacked --data ~/mnist --seeds 10 --jobs 4",
      GanEngine.STANDS_FOR
    })
final class ReproduceCommand extends DeviceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Which table.")
  private String name;

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = "full",
      description = {
        "full: as in the paper, for a GPU. quick: enough to see the effect, on two CPU cores in a",
        "quarter of an hour. hour, of pacgan-ring: every system, on two cores. Default: ${DEFAULT-VALUE}"
      })
  private String scale;

  @Option(
      names = "--seeds",
      paramLabel = "K",
      description = "Trials of each system. Default: the paper's; 3 at the other scales")
  private Integer seeds;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Trials at a time, each in a process. Default: ${DEFAULT-VALUE}")
  private int jobs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the trials' runs are. Default: reproductions/NAME-SCALE")
  private Path out;

  @Option(names = "--table", description = "Only show the table as it stands; train nothing.")
  private boolean tableOnly;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data set's files.")
  private String data;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Training steps of each trial, for a try. Default: the scale's")
  private Integer steps;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "As for train. Default: auto takes the best")
  private String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "CPU threads of each trial. Default: all, shared among the jobs")
  private Integer threads;

  @Option(names = "--only", paramLabel = "ID", hidden = true, description = "Only this trial.")
  private String only;

  @Override
  public Integer call() {
    Reproduction reproduction = Reproduction.named(name);
    Reproduction.Scale chosen = reproduction.scale(scale);
    WholeNumber.require("--jobs", 1, jobs);
    WholeNumber.require("--seeds", 1, seeds == null ? 1 : seeds);
    TrialSet trials = new TrialSet(reproduction, chosen, count(chosen), given(), folder());
    if (tableOnly) {
      return show(trials);
    }
    TrialSequence sequence = new TrialSequence(trials, spec.commandLine().getOut());
    if (only != null) {
      return sequence.run(List.of(trials.trial(only)));
    }
    try (TrialFolderLock lock = new TrialFolderLock(trials.folder())) {
      List<Trial> toDo = trials.toDo();
      say(
          "%s: %d trials, %d of them to do, in %s"
              .formatted(name, trials.trials().size(), toDo.size(), lock.folder()));
      int code =
          jobs == 1
              ? sequence.run(toDo)
              : new TrialProcesses(trials, jobs, this::child, this::say).run(toDo);
      return code == ExitCode.OK ? show(trials) : code;
    }
  }

  private int count(Reproduction.Scale chosen) {
    return seeds == null ? chosen.seeds() : seeds;
  }

  private Path folder() {
    return out == null ? Path.of("reproductions", name + "-" + scale) : out;
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "data", data);
    put(given, "steps", steps);
    put(given, "device", device);
    put(given, "threads", threads);
    return given;
  }

  private static void put(Map<String, String> given, String key, Object value) {
    if (value != null) {
      given.put(key, value.toString());
    }
  }

  /** The command of a process that runs this trial alone. */
  private List<String> child(Trial trial) {
    List<String> command =
        new ArrayList<>(List.of("reproduce", name, "--scale", scale, "--out", folder().toString()));
    command.addAll(List.of("--seeds", Integer.toString(seedsUpTo(trial)), "--only", trial.id()));
    Map<String, String> settings = given();
    int processors = Runtime.getRuntime().availableProcessors();
    settings.putIfAbsent("threads", Integer.toString(Math.max(1, processors / jobs)));
    settings.forEach((key, value) -> command.addAll(List.of("--" + key, value)));
    return command;
  }

  private static int seedsUpTo(Trial trial) {
    return Math.toIntExact(trial.config().seed());
  }

  /** Prints the table and writes it; the exit code says whether a trial failed. */
  private int show(TrialSet trials) {
    ResultTable table = trials.table();
    say("");
    table.text().forEach(this::say);
    Path file = trials.folder().resolve("table.md");
    if (Files.isDirectory(trials.folder())) {
      try {
        AtomicFile.write(file, table.markdown());
      } catch (IOException e) {
        throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
      }
    }
    return table.failed() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
