package ganengine.gan.evaluate;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.StackedDigits;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.Estimate;
import ganengine.gan.measure.ModeHistogram;
import ganengine.gan.measure.StackedDigitFloors;
import ganengine.gan.measure.StackedModes;
import ganengine.gan.measure.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stacked digits: modes and KL, with what perfect generators get beside it. */
final class StackedEvaluator implements Evaluator {
  private final StackedDigits stacks;

  StackedEvaluator(StackedDigits stacks) {
    this.stacks = stacks;
  }

  /** VEEGAN's and PacGAN's number. */
  @Override
  public int standardSamples() {
    return 26_000;
  }

  @Override
  public int glanceSamples() {
    return 2500;
  }

  @Override
  public Evaluation measure(
      SampleSource source, int samples, long seed, EvaluationListener listener) {
    Table table = new Table(listener);
    try (Classifier classifier = new Classifier(Classifier.Kind.DIGITS, Scope.current().device())) {
      ModeHistogram real =
          table.doing("reading real stacks", done -> real(classifier, samples, done));
      table.measure(
          "modes",
          samples,
          done -> {
            ModeHistogram found = generated(classifier, source, samples, seed, done);
            return List.of(
                Value.of("modes of 1000", found.covered(), real.covered()),
                Value.of("KL from uniform (nats)", found.klFromUniform(), real.klFromUniform()));
          });
      StackedDigitFloors floors =
          table.doing(
              "simulating floors",
              done -> StackedDigitFloors.simulate(samples, digitCounts(), seed));
      notes(table, floors, classifier, samples);
    }
    return new Evaluation(stacks.name(), seed, table.lines(), table.notes());
  }

  private static void notes(
      Table table, StackedDigitFloors floors, Classifier classifier, int samples) {
    table.note(
        "floors at N = %,d, simulated: KL of a generator as uniform as can be %s, of one as the real digits are %s"
            .formatted(samples, text(floors.uniform()), text(floors.real())));
    table.note(
        String.format(
            Locale.ROOT,
            "digits are read by our classifier, %.2f %% right on MNIST's 10,000 test images; real: as many"
                + " stacks of the data, read by it too",
            100 * classifier.testAccuracy()));
  }

  private static String text(Estimate estimate) {
    return String.format(Locale.ROOT, "%.4f +- %.4f", estimate.mean(), estimate.deviation());
  }

  /** The first stacks of the data, over again if there are fewer. */
  private ModeHistogram real(Classifier classifier, int samples, Stage done) {
    ImageSet digits = stacks.digits();
    int[] seen = new RealDigits(digits).read(classifier, done);
    int[] read = new int[samples * StackedModes.CHANNELS];
    for (int i = 0; i < read.length; i++) {
      read[i] = seen[stacks.triples()[i % stacks.triples().length]];
    }
    return StackedModes.histogram(read);
  }

  private static ModeHistogram generated(
      Classifier classifier, SampleSource source, int samples, long seed, Stage done) {
    int pixels = source.side() * source.side();
    int[] read = new int[samples * StackedModes.CHANNELS];
    Draws.images(source, 0)
        .forEach(
            samples,
            seed,
            done,
            (from, chunk) -> {
              float[] single = StackedModes.channels(chunk, pixels);
              int[] seen = classifier.read(DigitSize.fit(single, source.side())).classes();
              System.arraycopy(seen, 0, read, from * StackedModes.CHANNELS, seen.length);
            });
    return StackedModes.histogram(read);
  }

  private long[] digitCounts() {
    long[] counts = new long[10];
    for (int label : stacks.digits().labels()) {
      counts[label]++;
    }
    return counts;
  }

  @Override
  public Map<String, Double> glance(SampleSource source, int samples, long seed) {
    try (Classifier classifier = new Classifier(Classifier.Kind.DIGITS, Scope.current().device())) {
      return few(generated(classifier, source, samples, seed, Stage.SILENT));
    }
  }

  @Override
  public Map<String, Double> glanceOfReal(int samples, long seed) {
    try (Classifier classifier = new Classifier(Classifier.Kind.DIGITS, Scope.current().device())) {
      return few(real(classifier, samples, Stage.SILENT));
    }
  }

  private static Map<String, Double> few(ModeHistogram found) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("modes", (double) found.covered());
    values.put("kl", found.klFromUniform());
    return values;
  }
}
