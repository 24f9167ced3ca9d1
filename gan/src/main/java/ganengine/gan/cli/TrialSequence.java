package ganengine.gan.cli;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.reproduce.Trial;
import ganengine.gan.reproduce.TrialResult;
import ganengine.gan.reproduce.TrialSet;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/** Trials one after the other, in this process. */
final class TrialSequence {
  private final TrialSet trials;
  private final PrintWriter screen;

  TrialSequence(TrialSet trials, PrintWriter screen) {
    this.trials = trials;
    this.screen = screen;
  }

  /** Runs them, whether or not one fails; the exit code is 0, or the signal's that stopped it. */
  int run(List<Trial> toDo) {
    for (Trial trial : toDo) {
      screen.println("%s, trial of %s:".formatted(trial.id(), trial.system().name()));
      Optional<TrialResult> result;
      int stopped;
      try (ProgressPrinter progress =
              new ProgressPrinter(screen, Terminal.attached(), System::nanoTime);
          StopSignals signals = StopSignals.install(progress::message)) {
        result = run(trial, progress, signals);
        stopped = signals.exitCode().orElse(ExitCode.OK);
      }
      if (result.isEmpty()) {
        screen.println("stopped; to go on, give the same command again");
        screen.flush();
        return stopped;
      }
      screen.println(TrialText.of(trial, result.get()));
      screen.flush();
    }
    return ExitCode.OK;
  }

  private Optional<TrialResult> run(Trial trial, ProgressPrinter progress, StopSignals signals) {
    TrainConfig config = trial.config();
    DeviceChoice choice = DeviceChoice.of(config.device());
    try (Device device = choice.chosen().open(ComputeOptions.of(config))) {
      return trials.run(trial, device, progress, signals::stopRequested);
    }
  }
}
