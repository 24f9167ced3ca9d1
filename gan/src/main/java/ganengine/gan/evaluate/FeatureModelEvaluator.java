package ganengine.gan.evaluate;

import ganengine.gan.UserError;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Features;
import ganengine.gan.measure.FrechetDistance;
import ganengine.gan.measure.Gaussian;
import ganengine.gan.measure.KernelDistance;
import ganengine.gan.measure.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What another evaluator measures, then the Frechet and kernel distance in the features of a
 * network of the user's: plain FID and KID if these are as many as Inception's.
 */
public final class FeatureModelEvaluator implements Evaluator {
  /**
   * Of each kind; with fewer, values are not what papers print (Heusel et al. 2017, their code).
   */
  private static final int SAMPLES_OF_PAPERS = 10_000;

  private static final int CHUNK = 500;

  private final Evaluator others;
  private final ImageSet images;
  private final FeatureModel model;

  /**
   * All measures on these data.
   *
   * @param model stays the caller's
   * @throws UserError if the data are no single images
   */
  public FeatureModelEvaluator(DataSet data, FeatureModel model) {
    if (!(data instanceof ImageSet set)) {
      throw new UserError(
          "--inception measures images, data set '%s' has none".formatted(data.name()));
    }
    this.others = Evaluators.of(data);
    this.images = set;
    this.model = model;
  }

  @Override
  public int standardSamples() {
    return others.standardSamples();
  }

  @Override
  public int glanceSamples() {
    return others.glanceSamples();
  }

  @Override
  public Map<String, Double> glance(SampleSource source, int samples, long seed) {
    return others.glance(source, samples, seed);
  }

  @Override
  public Map<String, Double> glanceOfReal(int samples, long seed) {
    return others.glanceOfReal(samples, seed);
  }

  @Override
  public Evaluation measure(
      SampleSource source, int samples, long seed, EvaluationListener listener) {
    Evaluation before = others.measure(source, samples, seed, listener);
    Table table = new Table(listener);
    RealImages real = new RealImages(images, samples, seed);
    int count = real.count();
    Features generated =
        table.doing("features of samples", done -> ofSamples(source, count, seed, done));
    Features first = table.doing("features of real images", done -> ofReal(real, 0, done));
    Features second = table.doing("features of others", done -> ofReal(real, count, done));
    table.measure("Frechet distance of features", count, done -> frechet(first, second, generated));
    table.measure("kernel distance of features", count, done -> kernel(first, second, generated));
    table.note(
        String.format(
            Locale.ROOT,
            "%s, %s: %s; N = %,d samples and as many real images; they compare with values of the same"
                + " network and N only",
            name("FID", "Frechet distance"),
            name("KID", "kernel distance"),
            model.description(),
            count));
    List<Measured> lines = new ArrayList<>(before.measures());
    lines.addAll(table.lines());
    List<String> notes = new ArrayList<>(before.notes());
    notes.addAll(table.notes());
    return new Evaluation(before.dataset(), seed, lines, notes);
  }

  private String name(String ofInception, String otherwise) {
    return model.ofFid() ? ofInception : otherwise + " (the network's features)";
  }

  private List<Value> frechet(Features first, Features second, Features generated) {
    Gaussian ofFirst = Gaussian.of(first);
    return List.of(
        Value.of(
                name("FID", "Frechet distance"),
                FrechetDistance.between(ofFirst, Gaussian.of(generated)),
                FrechetDistance.between(ofFirst, Gaussian.of(second)))
            .with(warning(first.rows())));
  }

  private String warning(int count) {
    String singular = FrechetDistance.warning(count, model.width());
    return singular.isEmpty() && model.ofFid() && count < SAMPLES_OF_PAPERS
        ? "N = %,d: biased upwards; papers take 10,000 or 50,000".formatted(count)
        : singular;
  }

  private List<Value> kernel(Features first, Features second, Features generated) {
    return List.of(
        Value.of(
            name("KID", "kernel distance"),
            KernelDistance.between(first, generated),
            KernelDistance.between(first, second)));
  }

  /** Of images as a file would hold them: rounded to bytes. */
  private Features ofSamples(SampleSource source, int count, long seed, Stage done) {
    float[] features = new float[size(count)];
    Draws.images(source, images.classes())
        .forEach(
            count,
            seed,
            done,
            (from, chunk) -> {
              byte[] bytes = new byte[chunk.length];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Math.round((chunk[i] + 1) * 127.5f);
              }
              model.read(bytes, source.side(), source.channels(), features, from);
            });
    return new Features(features, count, model.width());
  }

  private Features ofReal(RealImages real, int first, Stage done) {
    int count = real.count();
    float[] features = new float[size(count)];
    for (int from = 0; from < count; from += CHUNK) {
      int taken = Math.min(CHUNK, count - from);
      byte[] bytes = real.bytes(first + from, taken);
      model.read(bytes, images.height(), images.channels(), features, from);
      done.reached((double) (from + taken) / count);
    }
    return new Features(features, count, model.width());
  }

  private int size(int count) {
    long size = (long) count * model.width();
    if (size > Integer.MAX_VALUE - 16) {
      throw new UserError(
          "%,d samples of %,d features are more than an array holds; use fewer --samples"
              .formatted(count, model.width()));
    }
    return (int) size;
  }
}
