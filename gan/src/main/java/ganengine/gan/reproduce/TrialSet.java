package ganengine.gan.reproduce;

import ganengine.gan.UserError;
import ganengine.gan.train.ProgressListener;
import ganengine.kernels.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** All trials of a reproduction at one scale, in a folder, and what came of them so far. */
public final class TrialSet {
  private final Reproduction reproduction;
  private final Reproduction.Scale scale;
  private final int seeds;
  private final Path folder;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * The trials with seeds 1, 2, ...; one system after the other for each seed, so that a part of
   * them compares systems already.
   *
   * @param given settings of the user's, over all others
   * @throws UserError if a setting is not what is expected
   */
  public TrialSet(
      Reproduction reproduction,
      Reproduction.Scale scale,
      int seeds,
      Map<String, String> given,
      Path folder) {
    this.reproduction = reproduction;
    this.scale = scale;
    this.seeds = seeds;
    this.folder = folder;
    for (int seed = 1; seed <= seeds; seed++) {
      for (TrialSystem system : reproduction.systems(scale)) {
        trials.add(Trial.of(system, scale.settings(), given, seed));
      }
    }
  }

  /** Where the trials are. */
  public Path folder() {
    return folder;
  }

  /** All of them. */
  public List<Trial> trials() {
    return trials;
  }

  /** Those without figures: not done, or failed. */
  public List<Trial> toDo() {
    return trials.stream()
        .filter(trial -> result(trial).filter(TrialResult::succeeded).isEmpty())
        .toList();
  }

  /**
   * The trial of this id.
   *
   * @throws UserError if there is none
   */
  public Trial trial(String id) {
    return trials.stream()
        .filter(trial -> trial.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UserError("there is no trial '%s' in %s".formatted(id, folder)));
  }

  /**
   * What came of a trial, if it is done.
   *
   * @throws UserError if what is there was done with other settings, or is damaged
   */
  public Optional<TrialResult> result(Trial trial) {
    return place(trial).result();
  }

  /**
   * Runs a trial, as far as {@code stop} lets it, and writes its result when it is done. What went
   * wrong in it is its result too, so that others can go on.
   *
   * @return the result; empty if it was stopped: then it can go on from its checkpoint
   * @throws UserError if it can't be run at all, as likely all others can't
   */
  public Optional<TrialResult> run(
      Trial trial, Device device, ProgressListener listener, BooleanSupplier stop) {
    TrialMeasure measure = TrialMeasures.named(reproduction.measure());
    return new TrialRunner(measure, scale.samples(), device, listener, stop)
        .run(trial, place(trial));
  }

  /** The table as it stands. */
  public ResultTable table() {
    List<TrialResult> results = trials.stream().flatMap(trial -> result(trial).stream()).toList();
    return new ResultTable(reproduction, reproduction.systems(scale), results, seeds);
  }

  private TrialFolder place(Trial trial) {
    return new TrialFolder(folder, trial);
  }
}
