package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.config.Presets;
import ganengine.gan.config.Settings;
import ganengine.gan.config.SettingsText;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.CacheFolder;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.Decoding;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.RunFolder;
import ganengine.gan.train.TrainRun;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine train}: trains a new run, or goes on with one. */
@Command(
    name = "train",
    sortOptions = false,
    modelTransformer = TrainOptions.class,
    customSynopsis = {
      "gan-engine train [OPTIONS]",
      "       gan-engine train --resume[=RUN] [OPTIONS]"
    },
    header = "Train a new run, or go on with one.",
    description = {
      "",
      "Trains a generator and a discriminator. Writes a folder with the settings, a line of figures",
      "every few steps (metrics.jsonl), grids of samples, loss curves and checkpoints."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine train                                  a first impression, in minutes",
      "  gan-engine train --dataset mnist --data ~/mnist --epochs 25",
      "  gan-engine train --preset mnist-cgan --data ~/mnist",
      "  gan-engine train --model mlp --steps 2000 --rate 1e-4 --out runs/mlp",
      "  gan-engine train --resume runs/mlp --steps 4000",
      GanEngine.STANDS_FOR
    })
final class TrainCommand extends DeviceCommand implements Callable<Integer> {
  /** In place of a preset's name: shows them all. */
  private static final String LIST = "list";

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The new run's folder. Default: runs/DATASET-MODEL-NUMBER")
  private Path out;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = {
        "Settings of a published system; --config and options win over it. 'list' shows all."
      })
  private String preset;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file with settings, as a run's config.yaml; options win over it.")
  private Path config;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      arity = "0..1",
      fallbackValue = ResumedRun.LATEST,
      description = {
        "Go on with a run, bit for bit: its folder or one of its checkpoints; without RUN, the one",
        "in runs/ that was written to last. What it trains can't change, how long it goes on can."
      })
  private Path resume;

  @Option(names = "--print-config", description = "Print the resulting settings and end.")
  private boolean printConfig;

  @Override
  public Integer call() {
    Map<String, String> given = TrainOptions.given(spec.commandLine().getParseResult());
    if (LIST.equals(preset)) {
      return print(presets());
    }
    Optional<ResumedRun> resumed = Optional.empty();
    if (resume != null) {
      requireNothingNew();
      resumed = Optional.of(ResumedRun.find(resume, this::warn));
    }
    TrainConfig settings =
        resumed
            .map(run -> run.settings(given))
            .orElseGet(
                () ->
                    Settings.resolve(
                        Optional.ofNullable(preset), Optional.ofNullable(config), given));
    return printConfig ? print(SettingsText.toYaml(settings)) : train(settings, resumed);
  }

  private int print(String text) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.print(text);
    screen.flush();
    return ExitCode.OK;
  }

  private static String presets() {
    StringBuilder lines = new StringBuilder();
    for (String name : Presets.NAMES) {
      lines.append(String.format("%-18s %s%n", name, Presets.describe(name)));
    }
    return lines.toString();
  }

  private void requireNothingNew() {
    if (out != null || config != null || preset != null) {
      String given = out != null ? "--out" : config != null ? "--config" : "--preset";
      throw new UserError(
          "%s is for a new run, --resume takes what the run began with; leave one of them out"
              .formatted(given));
    }
  }

  private void warn(String line) {
    spec.commandLine().getErr().println("gan-engine: " + line);
  }

  /** Reads and checks everything before it makes a folder. */
  private int train(TrainConfig settings, Optional<ResumedRun> resumed) {
    PrintWriter screen = spec.commandLine().getOut();
    DeviceChoice choice = DeviceChoice.of(settings.device());
    DecodingPrinter printer = new DecodingPrinter(screen, Terminal.attached(), System::nanoTime);
    DataSet data =
        TrainRun.data(settings, new Decoding(CacheFolder.ofUser(), settings.threads(), printer));
    try (Device device = choice.chosen().open(ComputeOptions.of(settings))) {
      String description = device.description();
      List<String> introduction = RunStart.lines(settings, choice, device, data);
      RunFolder folder =
          resumed
              .map(ResumedRun::folder)
              .orElseGet(() -> RunFolder.create(Optional.ofNullable(out), settings, description));
      introduction.forEach(screen::println);
      screen.println(Report.line("run", folder.toString()));
      resumed.ifPresent(run -> run.record(description));
      screen.flush();
      return train(settings, data, device, folder, resumed.map(ResumedRun::checkpoint));
    }
  }

  private int train(
      TrainConfig settings,
      DataSet data,
      Device device,
      RunFolder folder,
      Optional<Checkpoint> from) {
    PrintWriter screen = spec.commandLine().getOut();
    TrainRun.Outcome outcome;
    int code;
    try (ProgressPrinter progress =
            new ProgressPrinter(screen, Terminal.attached(), System::nanoTime);
        StopSignals signals = StopSignals.install(progress::message)) {
      outcome =
          new TrainRun(settings, data, device, folder, progress, signals::stopRequested).run(from);
      code = outcome.stopped() ? signals.exitCode().orElseThrow() : ExitCode.OK;
    }
    RunEnd.lines(folder, outcome, from).forEach(screen::println);
    screen.flush();
    return code;
  }
}
