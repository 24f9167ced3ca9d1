package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.ImageSet;
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
      "  gan-engine train --model mlp --steps 2000 --rate 1e-4 --out runs/mlp",
      "  gan-engine train --resume runs/mlp --steps 4000",
      GanEngine.STANDS_FOR
    })
final class TrainCommand extends DeviceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The new run's folder. Default: runs/DATASET-MODEL-NUMBER")
  private Path out;

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

  @Override
  public Integer call() {
    Map<String, String> given = TrainOptions.given(spec.commandLine().getParseResult());
    if (resume == null) {
      TrainConfig settings = Settings.resolve(Optional.ofNullable(config), given);
      return train(settings, Optional.empty());
    }
    requireNothingNew();
    ResumedRun resumed = ResumedRun.find(resume, this::warn);
    return train(resumed.settings(given), Optional.of(resumed));
  }

  private void requireNothingNew() {
    if (out != null || config != null) {
      throw new UserError(
          "%s is for a new run, --resume takes what the run began with; leave one of them out"
              .formatted(out != null ? "--out" : "--config"));
    }
  }

  private void warn(String line) {
    spec.commandLine().getErr().println("gan-engine: " + line);
  }

  /** Reads and checks everything before it makes a folder. */
  private int train(TrainConfig settings, Optional<ResumedRun> resumed) {
    PrintWriter screen = spec.commandLine().getOut();
    DeviceChoice choice = DeviceChoice.of(settings.device());
    ImageSet images = TrainRun.images(settings);
    try (Device device = choice.chosen().open(ComputeOptions.of(settings))) {
      String description = device.description();
      List<String> introduction = RunStart.lines(settings, choice, device, images);
      RunFolder folder =
          resumed
              .map(ResumedRun::folder)
              .orElseGet(() -> RunFolder.create(Optional.ofNullable(out), settings, description));
      introduction.forEach(screen::println);
      screen.println(Report.line("run", folder.toString()));
      resumed.ifPresent(run -> run.record(description));
      screen.flush();
      return train(settings, images, device, folder, resumed.map(ResumedRun::checkpoint));
    }
  }

  private int train(
      TrainConfig settings,
      ImageSet images,
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
          new TrainRun(settings, images, device, folder, progress, signals::stopRequested)
              .run(from);
      code = outcome.stopped() ? signals.exitCode().orElseThrow() : ExitCode.OK;
    }
    RunEnd.lines(folder, outcome, from).forEach(screen::println);
    screen.flush();
    return code;
  }
}
