package ganengine.gan.cli;

import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.RunFolder;
import ganengine.gan.train.TrainRun;
import java.util.List;
import java.util.Optional;

/** What {@code train} says after the last step: what came of it, and what to type next. */
final class RunEnd {
  private RunEnd() {}

  static List<String> lines(RunFolder folder, TrainRun.Outcome outcome, Optional<Checkpoint> from) {
    if (outcome.stopped()) {
      return List.of(
          "stopped after step %d; checkpoint: %s".formatted(outcome.steps(), outcome.checkpoint()),
          "to go on: " + Invocation.of("train", "--resume", folder.path()));
    }
    if (from.isPresent() && from.get().step() == outcome.steps()) {
      return List.of(
          "nothing to do: the run has its %d steps; to go further, give more --steps, --epochs or"
                  .formatted(outcome.steps())
              + " --minutes");
    }
    return List.of(
        "done after %d steps; samples: %s, all in one page: %s"
            .formatted(outcome.steps(), folder.samples(), folder.report()),
        "next: " + Invocation.of("sample", folder.path(), "--grid", "samples.png"));
  }
}
