package ganengine.gan.train;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.Decoding;
import ganengine.gan.evaluate.RealData;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.run.Checkpoints;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.run.MetricsLog;
import ganengine.gan.run.RunFolder;
import ganengine.kernels.Device;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The training loop of one run, from its first step or from a checkpoint to its limit, or until
 * someone asks it to stop.
 *
 * <pre>
 * DataSet data = TrainRun.data(config);
 * RunFolder folder = RunFolder.create(out, config, device.description());
 * Outcome outcome =
 *     new TrainRun(config, data, device, folder, listener, stop).run(Optional.empty());
 * </pre>
 */
public final class TrainRun {
  private final TrainConfig config;
  private final DataSet data;
  private final Device device;
  private final RunFolder folder;
  private final Checkpoints checkpoints;
  private final RunPictures pictures;
  private final ProgressListener listener;
  private final BooleanSupplier stop;

  /**
   * How a run ended.
   *
   * @param steps steps done, in all
   * @param stopped whether someone asked it to stop before its limit
   * @param checkpoint the last checkpoint
   */
  public record Outcome(long steps, boolean stopped, Path checkpoint) {}

  /** A run of this configuration on these data; {@code stop} is asked after every step. */
  public TrainRun(
      TrainConfig config,
      DataSet data,
      Device device,
      RunFolder folder,
      ProgressListener listener,
      BooleanSupplier stop) {
    this.config = config;
    this.data = data;
    this.device = device;
    this.folder = folder;
    this.checkpoints = new Checkpoints(folder.checkpoints());
    this.pictures = new RunPictures(folder, config, listener);
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * The configuration's data set, images at its image size.
   *
   * @throws UserError if it can't be read, is smaller than a batch or not what the networks need
   */
  public static DataSet data(TrainConfig config) {
    return data(config, Decoding.standard());
  }

  /** As the other, images decoded in this way. */
  public static DataSet data(TrainConfig config, Decoding decoding) {
    DataSet data = RealData.of(config, config.data(), decoding);
    Conditions.check(config, data);
    return data;
  }

  /**
   * Trains to the limit.
   *
   * @param from where to go on, bit for bit; empty to begin
   * @throws RunFailure if a loss is not a finite number, as soon as it is read and in any case
   *     before a checkpoint is written; the last good one is named and stays
   * @throws UserError if the checkpoint is of other networks, or the disk is full: a run that could
   *     not begin leaves nothing, a later one its last good checkpoint
   */
  public Outcome run(Optional<Checkpoint> from) {
    try (Training training = new Training(config, data, device)) {
      from.ifPresent(training::restore);
      checkpoints.removeAfter(training.done());
      try (MetricsLog log = MetricsLog.open(folder.metrics(), training.done())) {
        if (from.isEmpty()) {
          begin(training);
        }
        RunWatch watch = new RunWatch(config, data, training, listener);
        watch.restore(MetricsLog.read(folder.metrics()));
        RunEvaluation evaluation = new RunEvaluation(config, data, listener);
        return loop(
            training, log, watch, evaluation, new Clock(from.map(Checkpoint::seconds).orElse(0.0)));
      }
    }
  }

  /**
   * A first checkpoint, so that a run can be resumed from its first moment and a full disk shows.
   */
  private void begin(Training training) {
    try {
      checkpoints.write(training.checkpoint(0));
      pictures.draw(training, 0);
    } catch (UserError | RunFailure e) {
      folder.discard();
      throw e;
    }
  }

  private Outcome loop(
      Training training, MetricsLog log, RunWatch watch, RunEvaluation evaluation, Clock clock) {
    Limit limit = Limit.of(config, training);
    Readings readings = new Readings(training, config, limit, clock);
    boolean stopped = false;
    boolean over = limit.reached(training.done(), clock.seconds());
    while (true) {
      if (!over) {
        training.step();
        stopped = stop.getAsBoolean();
        over = stopped || limit.reached(training.done(), clock.seconds());
      }
      boolean draw = over || training.done() % config.sampleEvery() == 0;
      boolean save = over || training.done() % config.checkpointEvery() == 0;
      boolean measure = evaluation.due(training.done());
      if (readings.unread() && (draw || save || measure || readings.due())) {
        Progress progress = readings.take();
        requireFinite(progress);
        boolean look = watch.due(training.done());
        if (readings.logged() || look || measure) {
          MetricsLine line = line(progress, training.imagesSeen(), clock);
          watch.read(line);
          line = measure ? line.with(evaluation.take(training)) : line;
          log.append(look ? line.with(watch.look(training)) : line);
        }
        listener.progress(progress);
      }
      if (draw) {
        pictures.draw(training, training.done());
      }
      if (save) {
        Path written = checkpoints.write(training.checkpoint(clock.seconds()));
        if (over) {
          return new Outcome(training.done(), stopped, written);
        }
      }
    }
  }

  private void requireFinite(Progress progress) {
    StepMetrics metrics = progress.metrics();
    if (!metrics.finite()) {
      throw new RunFailure(
          "step %d: the losses are no numbers any more (D %s, G %s); %s; go on from there with a lower --rate"
              .formatted(
                  progress.step(),
                  metrics.lossD(),
                  metrics.lossG(),
                  checkpoints.describeLastGood()));
    }
  }

  private static MetricsLine line(Progress progress, long images, Clock clock) {
    StepMetrics metrics = progress.metrics();
    return new MetricsLine(
        progress.step(),
        progress.epoch(),
        metrics.lossD(),
        metrics.lossG(),
        metrics.dReal(),
        metrics.dFake(),
        images,
        new MetricsLine.Timing(clock.seconds(), progress.imagesPerSecond()));
  }
}
