package ganengine.gan.evaluate;

import ganengine.engine.tensor.Scope;
import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Classifier;
import ganengine.gan.measure.Classifier.Reading;
import ganengine.gan.measure.ClassifierNetwork;
import ganengine.gan.measure.FrechetDistance;
import ganengine.gan.measure.InceptionScore;
import ganengine.gan.measure.KernelDistance;
import ganengine.gan.measure.LabelAccuracy;
import ganengine.gan.measure.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Digits and clothes: distances in the feature space of a classifier of ours. */
final class ClassifiedEvaluator implements Evaluator {
  private final ImageSet images;
  private final Classifier.Kind kind;

  ClassifiedEvaluator(ImageSet images, Classifier.Kind kind) {
    this.images = images;
    this.kind = kind;
  }

  @Override
  public int standardSamples() {
    return 10_000;
  }

  @Override
  public int glanceSamples() {
    return 1000;
  }

  @Override
  public Evaluation measure(
      SampleSource source, int samples, long seed, EvaluationListener listener) {
    Table table = new Table(listener);
    RealImages real = new RealImages(images, samples, seed);
    Draws draws = Draws.images(source, images.classes());
    int count = real.count();
    float[] drawn = table.doing("drawing samples", done -> draws.all(count, seed, done));
    try (Classifier classifier = new Classifier(kind, Scope.current().device())) {
      Reading generated = read(classifier, drawn, source.side());
      Reading first = read(classifier, real.first(), images.height());
      Reading second = read(classifier, real.second(), images.height());
      table.measure("Frechet distance", count, done -> frechet(first, second, generated));
      table.measure("kernel distance", count, done -> kernel(first, second, generated));
      if (count >= 10) {
        table.measure("inception-style score", count, done -> score(second, generated));
      }
      table.measure(
          "nearest neighbours",
          count,
          done ->
              NeighbourValues.all(
                  "classifier features",
                  first.features(),
                  second.features(),
                  generated.features(),
                  done));
      if (source.conditional()) {
        int[] asked = draws.labels(count);
        double right = LabelAccuracy.of(asked, generated.classes());
        double rightOfReal = LabelAccuracy.of(real.labelsOfSecond(), second.classes());
        table.measure(
            "label accuracy",
            count,
            done -> List.of(Value.of("label accuracy", right, rightOfReal)));
      }
      note(table, classifier);
    }
    return new Evaluation(images.name(), seed, table.lines(), table.notes());
  }

  private static List<Value> frechet(Reading first, Reading second, Reading generated) {
    return List.of(
        Value.of(
                "Frechet distance (classifier features)",
                FrechetDistance.between(first.features(), generated.features()),
                FrechetDistance.between(first.features(), second.features()))
            .with(FrechetDistance.warning(first.features().rows(), first.features().width())));
  }

  private static List<Value> kernel(Reading first, Reading second, Reading generated) {
    return List.of(
        Value.of(
            "kernel distance (classifier features)",
            KernelDistance.between(first.features(), generated.features()),
            KernelDistance.between(first.features(), second.features())));
  }

  private static List<Value> score(Reading second, Reading generated) {
    return List.of(
        Value.of(
            "inception-style score (classifier)",
            InceptionScore.of(generated.probabilities()),
            InceptionScore.of(second.probabilities())));
  }

  private void note(Table table, Classifier classifier) {
    table.note(
        String.format(
            Locale.ROOT,
            "classifier: ours of %s, %.2f %% right on the 10,000 test images, %d features; its distances"
                + " are no FID or KID and compare with nothing measured in other features or at another N",
            kind.name().toLowerCase(Locale.ROOT),
            100 * classifier.testAccuracy(),
            ClassifierNetwork.FEATURES));
    table.note(
        "real: the same measure of as many other real images; precision and recall with k = 3,"
            + " density and coverage with k = 5");
  }

  @Override
  public Map<String, Double> glance(SampleSource source, int samples, long seed) {
    RealImages real = new RealImages(images, samples, seed);
    Draws draws = Draws.images(source, images.classes());
    float[] drawn = draws.all(real.count(), seed, Stage.SILENT);
    int[] asked = source.conditional() ? draws.labels(real.count()) : null;
    return compare(real, drawn, source.side(), asked);
  }

  @Override
  public Map<String, Double> glanceOfReal(int samples, long seed) {
    RealImages real = new RealImages(images, samples, seed);
    return compare(real, real.second(), images.height(), real.labelsOfSecond());
  }

  /** Of others with the first real sample; the labels are null if nothing was asked for. */
  private Map<String, Double> compare(RealImages real, float[] others, int side, int[] labels) {
    Map<String, Double> found = new LinkedHashMap<>();
    try (Classifier classifier = new Classifier(kind, Scope.current().device())) {
      Reading other = read(classifier, others, side);
      Reading first = read(classifier, real.first(), images.height());
      found.put("frechetDistance", FrechetDistance.between(first.features(), other.features()));
      found.put(
          "kernelDistance", KernelDistance.between(first.features(), other.features()).mean());
      if (labels != null) {
        found.put("labelAccuracy", LabelAccuracy.of(labels, other.classes()));
      }
    }
    return found;
  }

  private static Reading read(Classifier classifier, float[] grey, int side) {
    return classifier.read(DigitSize.fit(grey, side));
  }
}
