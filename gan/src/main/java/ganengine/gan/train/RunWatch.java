package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.evaluate.ModeCounter;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.watch.CollapseWatch;
import ganengine.gan.watch.Look;
import ganengine.gan.watch.Spread;
import ganengine.gan.watch.SpreadGauge;
import ganengine.gan.watch.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A run's {@link CollapseWatch}: looks where sample grids are drawn, between steps, and tells the
 * listener what changed. An MLP's modes are not counted: its early samples are speckled, and what
 * is speckled the digit classifier takes for an 8 (239 of 256 samples of ten digits, after 1,200
 * steps).
 */
final class RunWatch {
  /** Real images, and samples of a look. */
  private static final int SAMPLES = 64;

  private final TrainConfig config;
  private final ProgressListener listener;
  private final SpreadGauge gauge;
  private final Optional<ModeCounter> modes;
  private final int realModes;
  private final CollapseWatch watch;
  private List<Verdict> told = List.of();

  RunWatch(TrainConfig config, DataSet data, Training training, ProgressListener listener) {
    this.config = config;
    this.listener = listener;
    float[] reals = training.reals(SAMPLES);
    gauge = new SpreadGauge(reals, SAMPLES);
    modes = config.model().equals("mlp") ? Optional.empty() : ModeCounter.of(data);
    realModes = modes.map(counter -> counter.count(reals)).orElse(0);
    watch = new CollapseWatch(gauge.real(), labelReal(config));
  }

  /** Only of these two losses are D's words probabilities. */
  private static OptionalDouble labelReal(TrainConfig config) {
    return config.loss().equals("bce") || config.loss().equals("minimax")
        ? OptionalDouble.of(config.labelReal())
        : OptionalDouble.empty();
  }

  /** Goes on where a run stood that logged these lines. */
  void restore(List<MetricsLine> lines) {
    for (MetricsLine line : lines) {
      read(line);
      Look look = line.watch();
      if (look != null) {
        watch.look(line.step(), new Spread(look.distance(), look.identical()), look.modes());
      }
    }
    told = watch.verdicts();
  }

  /** Whether to look after this step: only where the settings say, so that a run repeats. */
  boolean due(long step) {
    return step % config.sampleEvery() == 0;
  }

  /** A line of the log. */
  void read(MetricsLine line) {
    watch.read(line.lossD(), line.lossG(), line.dReal(), line.dFake());
  }

  /**
   * Draws samples, which waits for the device. They are the generator's own: its moving average
   * lags behind, at the beginning with samples that are all alike.
   */
  Look look(Training training) {
    long step = training.done();
    float[] samples = training.currentSamples(SAMPLES, step);
    Spread spread = gauge.measure(samples, SAMPLES);
    Double found = modes.map(counter -> (double) counter.count(samples) / realModes).orElse(null);
    Look look = watch.look(step, spread, found);
    tell(step, spread, look.verdicts());
    return look;
  }

  private void tell(long step, Spread spread, List<Verdict> verdicts) {
    if (!verdicts.equals(told)) {
      listener.message(
          String.format(
              Locale.ROOT,
              "watch, step %d: %s (distance between samples %.0f %% of real ones', %.0f %% of pairs"
                  + " near-identical)",
              step,
              verdicts.stream().map(Verdict::words).collect(Collectors.joining("; ")),
              100 * spread.distance(),
              100 * spread.identical()));
      told = verdicts;
    }
  }
}
