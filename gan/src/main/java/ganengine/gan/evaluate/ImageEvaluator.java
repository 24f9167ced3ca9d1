package ganengine.gan.evaluate;

import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Features;
import ganengine.gan.measure.RandomProjection;
import ganengine.gan.measure.SlicedWasserstein;
import ganengine.gan.measure.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images that no classifier of ours knows: measures on pixels. */
final class ImageEvaluator implements Evaluator {
  /** Patches of more images fill memory and say no more. */
  private static final int MOST_FOR_PATCHES = 4096;

  private final ImageSet images;

  ImageEvaluator(ImageSet images) {
    this.images = images;
  }

  @Override
  public int standardSamples() {
    return 2000;
  }

  @Override
  public int glanceSamples() {
    return 256;
  }

  @Override
  public Evaluation measure(
      SampleSource source, int samples, long seed, EvaluationListener listener) {
    Table table = new Table(listener);
    RealImages real = new RealImages(images, samples, seed);
    int count = real.count();
    Draws draws = Draws.images(source, images.classes());
    float[] drawn = table.doing("drawing samples", done -> draws.all(count, seed, done));
    float[] first = real.first();
    float[] second = real.second();
    int few = Math.min(count, MOST_FOR_PATCHES);
    table.measure(
        "sliced Wasserstein distance",
        few,
        done -> wasserstein(head(first, few), head(second, few), head(drawn, few), seed, done));
    int size = images.imageSize();
    table.measure(
        "nearest neighbours of pixels",
        count,
        done ->
            NeighbourValues.twoSample(
                "pixels",
                new Features(first, count, size),
                new Features(second, count, size),
                new Features(drawn, count, size),
                done));
    table.measure(
        "nearest neighbours of projections",
        count,
        done ->
            NeighbourValues.all(
                "random projections",
                RandomProjection.of(first, size, seed),
                RandomProjection.of(second, size, seed),
                RandomProjection.of(drawn, size, seed),
                done));
    table.note(
        "real: the same measure of as many other real images; precision and recall with k = 3,"
            + " density and coverage with k = 5");
    table.note(
        "random projections: %d random directions of the pixels; they see what pixels see, no meaning,"
                .formatted(RandomProjection.WIDTH)
            + " and compare at one seed and N only");
    return new Evaluation(images.name(), seed, table.lines(), table.notes());
  }

  private float[] head(float[] all, int count) {
    return Arrays.copyOf(all, count * images.imageSize());
  }

  private List<Value> wasserstein(
      float[] first, float[] second, float[] drawn, long seed, Stage done) {
    int side = images.height();
    int channels = images.channels();
    double[] found =
        SlicedWasserstein.between(
            first, drawn, side, channels, seed, share -> done.reached(share / 2));
    double[] ofReal =
        SlicedWasserstein.between(
            first, second, side, channels, seed, share -> done.reached((1 + share) / 2));
    List<Value> values = new ArrayList<>();
    for (int level = 0; level < found.length; level++) {
      String name =
          "sliced Wasserstein x 1000 (patches at %d x %d)".formatted(side >> level, side >> level);
      values.add(Value.of(name, found[level], ofReal[level]));
    }
    return values;
  }

  @Override
  public Map<String, Double> glance(SampleSource source, int samples, long seed) {
    RealImages real = new RealImages(images, samples, seed);
    float[] drawn = Draws.images(source, images.classes()).all(real.count(), seed, Stage.SILENT);
    return compare(real, drawn, seed);
  }

  @Override
  public Map<String, Double> glanceOfReal(int samples, long seed) {
    RealImages real = new RealImages(images, samples, seed);
    return compare(real, real.second(), seed);
  }

  private Map<String, Double> compare(RealImages real, float[] others, long seed) {
    double[] found =
        SlicedWasserstein.between(
            real.first(), others, images.height(), images.channels(), seed, Stage.SILENT);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int level = 0; level < found.length; level++) {
      values.put("slicedWasserstein" + (images.height() >> level), found[level]);
    }
    return values;
  }
}
