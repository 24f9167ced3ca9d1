package ganengine.gan.cli;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.launch.SecondJvm;
import ganengine.gan.reproduce.Trial;
import ganengine.gan.reproduce.TrialResult;
import ganengine.gan.reproduce.TrialSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;

/** Several trials at a time, each in a process of its own, which writes {@code ID.log}. */
final class TrialProcesses {
  private static final long POLL_MILLIS = 100;

  private final TrialSet trials;
  private final int jobs;
  private final Function<Trial, List<String>> command;
  private final Consumer<String> say;

  private record Running(Trial trial, Process process) {}

  /**
   * @param jobs at a time
   * @param command what runs one trial
   * @param say prints a line
   */
  TrialProcesses(
      TrialSet trials, int jobs, Function<Trial, List<String>> command, Consumer<String> say) {
    this.trials = trials;
    this.jobs = jobs;
    this.command = command;
    this.say = say;
  }

  /**
   * Runs them, whether or not one fails; the exit code is 0, or the signal's that stopped it.
   *
   * @throws UserError if a process says that the user must change something
   * @throws RunFailure if a process ends without a result
   */
  int run(List<Trial> toDo) {
    Deque<Trial> waiting = new ArrayDeque<>(toDo);
    List<Running> running = new ArrayList<>();
    try (StopSignals signals = StopSignals.install(say)) {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (running.size() < jobs && !waiting.isEmpty() && !signals.stopRequested()) {
          running.add(start(waiting.remove()));
        }
        pause();
        if (signals.stopRequested()) {
          stop(running);
          say.accept("stopped; to go on, give the same command again");
          return signals.exitCode().orElseThrow();
        }
        running.removeIf(this::ended);
      }
    } finally {
      stop(running);
    }
    return ExitCode.OK;
  }

  private Running start(Trial trial) {
    try {
      say.accept(trial.id() + ": begins, its words go to " + log(trial));
      return new Running(trial, SecondJvm.start(command.apply(trial), log(trial)));
    } catch (IOException e) {
      throw new RunFailure("cannot start a process: " + e.getMessage(), e);
    }
  }

  private Path log(Trial trial) {
    return trials.folder().resolve(trial.id() + ".log");
  }

  private boolean ended(Running one) {
    if (one.process().isAlive()) {
      return false;
    }
    int code = one.process().exitValue();
    if (code == ExitCode.USAGE) {
      throw new UserError(lastWords(one.trial()));
    }
    Optional<TrialResult> result = trials.result(one.trial());
    if (result.isEmpty()) {
      throw new RunFailure(
          "%s ended with code %d: %s".formatted(one.trial().id(), code, lastWords(one.trial())));
    }
    say.accept(TrialText.of(one.trial(), result.get()));
    return true;
  }

  private String lastWords(Trial trial) {
    try (Stream<String> lines = Files.lines(log(trial), StandardCharsets.UTF_8)) {
      return lines
          .reduce((before, line) -> line)
          .orElse("it said nothing")
          .replaceFirst("^gan-engine: ", "");
    } catch (IOException e) {
      return "its words can't be read: " + e.getMessage();
    }
  }

  /** Asks them to write a checkpoint and end, and waits until they have. */
  private static void stop(List<Running> running) {
    running.forEach(one -> one.process().destroy());
    running.forEach(one -> one.process().onExit().join());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure("interrupted", e);
    }
  }
}
