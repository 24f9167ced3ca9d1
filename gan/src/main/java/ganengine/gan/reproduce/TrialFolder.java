package ganengine.gan.reproduce;

import ganengine.gan.UserError;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.Checkpoints;
import ganengine.gan.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where a trial is: the folder of its run, with {@code result.json} once it is done. */
final class TrialFolder {
  private final Path path;
  private final Trial trial;

  TrialFolder(Path parent, Trial trial) {
    this.path = parent.resolve(trial.id());
    this.trial = trial;
  }

  Path path() {
    return path;
  }

  /**
   * What came of it; empty if it isn't done.
   *
   * @throws UserError if it was done with other settings
   */
  Optional<TrialResult> result() {
    if (Files.notExists(file())) {
      return Optional.empty();
    }
    TrialResult result = TrialResult.read(file());
    requireSame(result.settings());
    return Optional.of(result);
  }

  void write(TrialResult result) {
    result.write(file());
  }

  private Path file() {
    return path.resolve("result.json");
  }

  /** A run that can go on, from there. */
  record Begun(RunFolder folder, Checkpoint checkpoint) {}

  /**
   * The run begun here that didn't come to its end. What there is of one without a checkpoint is
   * removed.
   *
   * @throws UserError if it was begun with other settings
   */
  Optional<Begun> begun() {
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    Optional<Begun> begun = open();
    if (begun.isPresent()) {
      requireSame(Trial.identity(begun.get().checkpoint().config()));
    } else {
      RunFolder.discard(path);
    }
    return begun;
  }

  private Optional<Begun> open() {
    try {
      RunFolder folder = RunFolder.open(path);
      return Optional.of(
          new Begun(folder, new Checkpoints(folder.checkpoints()).latest(message -> {})));
    } catch (UserError e) {
      // Killed before its first checkpoint was whole: nothing is lost by beginning anew.
      return Optional.empty();
    }
  }

  private void requireSame(Map<String, String> then) {
    Map<String, String> now = trial.identity();
    if (!now.equals(then)) {
      TreeSet<String> keys = new TreeSet<>(now.keySet());
      keys.addAll(then.keySet());
      throw new UserError(
          "%s: was trained with other settings (%s); give another --out"
              .formatted(
                  path,
                  keys.stream()
                      .filter(key -> !Objects.equals(now.get(key), then.get(key)))
                      .map(key -> "%s %s, now %s".formatted(key, then.get(key), now.get(key)))
                      .collect(Collectors.joining(", "))));
    }
  }
}
