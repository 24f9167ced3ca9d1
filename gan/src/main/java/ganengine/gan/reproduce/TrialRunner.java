package ganengine.gan.reproduce;

import ganengine.gan.UserError;
import ganengine.gan.data.DataSet;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.RunFolder;
import ganengine.gan.train.ProgressListener;
import ganengine.gan.train.TrainRun;
import ganengine.kernels.Device;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Trains one trial, from its beginning or from where it was killed, and judges it. */
final class TrialRunner {
  private final TrialMeasure measure;
  private final int samples;
  private final Device device;
  private final ProgressListener listener;
  private final BooleanSupplier stop;

  /**
   * Runs trials on this device.
   *
   * @param samples that each is judged by
   * @param stop is asked after every step
   */
  TrialRunner(
      TrialMeasure measure,
      int samples,
      Device device,
      ProgressListener listener,
      BooleanSupplier stop) {
    this.measure = measure;
    this.samples = samples;
    this.device = device;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * Runs a trial, and writes its result when it is done. What went wrong in it is its result too,
   * so that others can go on.
   *
   * @return the result; empty if it was stopped: then it can go on from its checkpoint
   * @throws UserError if it can't be run at all, as likely all others can't
   */
  Optional<TrialResult> run(Trial trial, TrialFolder folder) {
    Optional<TrialResult> result;
    try {
      result = train(trial, folder);
    } catch (UserError e) {
      throw e;
    } catch (RuntimeException e) {
      String failure = e.getMessage() == null ? e.toString() : e.getMessage();
      result = Optional.of(result(trial, 0, 0, Map.of(), failure));
    }
    result.ifPresent(folder::write);
    return result;
  }

  private Optional<TrialResult> train(Trial trial, TrialFolder place) {
    DataSet data = TrainRun.data(trial.config());
    Optional<TrialFolder.Begun> begun = place.begun();
    begun.ifPresent(
        run -> run.folder().recordResumption(run.checkpoint().step(), device.description()));
    RunFolder folder =
        begun
            .map(TrialFolder.Begun::folder)
            .orElseGet(
                () ->
                    RunFolder.create(
                        Optional.of(place.path()), trial.config(), device.description()));
    TrainRun.Outcome outcome =
        new TrainRun(trial.config(), data, device, folder, listener, stop)
            .run(begun.map(TrialFolder.Begun::checkpoint));
    if (outcome.stopped()) {
      return Optional.empty();
    }
    Checkpoint last = Checkpoint.read(outcome.checkpoint());
    return Optional.of(
        result(trial, last.step(), last.seconds(), measure.judge(last, samples, device), null));
  }

  private TrialResult result(
      Trial trial, long steps, double seconds, Map<String, Double> figures, String failure) {
    return new TrialResult(
        trial.system().name(),
        trial.config().seed(),
        samples,
        steps,
        seconds,
        device.description(),
        figures,
        failure,
        trial.identity());
  }
}
