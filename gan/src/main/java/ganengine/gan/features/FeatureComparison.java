package ganengine.gan.features;

import ganengine.gan.data.ImageSet;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.measure.Stage;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.TrainedDiscriminator;
import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a discriminator's features are worth to a linear classifier (Radford et al. 2015, sections
 * 5.1 and 5.2), beside those of the same network with random weights and beside the pixels: each
 * with the same {@link LinearSvm} on the same images.
 */
public final class FeatureComparison {
  /** Held-out images whose features are in memory at a time. */
  private static final int CHUNK = 500;

  private final LabelledSplit split;
  private final Rule rule;
  private final EvaluationListener listener;

  /**
   * How features are compared.
   *
   * @param seed of the first random weights; the next have the next seeds
   * @param randomSeeds how often random weights are drawn, at least once
   * @param c what a mistake costs the classifier, above 0; null for what cross-validation on the
   *     labelled images chooses for each kind of features
   */
  public record Rule(long seed, int randomSeeds, Double c) {}

  /**
   * On these images.
   *
   * @param listener is told of each kind of features
   */
  public FeatureComparison(LabelledSplit split, Rule rule, EvaluationListener listener) {
    this.split = split;
    this.rule = rule;
    this.listener = listener;
  }

  /** Gives the features of images in [-1, 1], [count, sum of blocks]. */
  @FunctionalInterface
  private interface Extractor {
    float[] of(float[] images, Stage done);
  }

  /**
   * Measures all kinds.
   *
   * @throws ganengine.gan.UserError if the discriminator has no feature maps, or memory is too
   *     small for so many labels
   */
  public FeatureReport measure(Checkpoint checkpoint, Device device) {
    List<FeatureReport.Row> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try (TrainedDiscriminator trained = TrainedDiscriminator.of(checkpoint, device)) {
      rows.add(discriminator("discriminator, trained", null, trained));
      notes.addAll(notes(trained));
    }
    for (long seed = rule.seed(); seed < rule.seed() + rule.randomSeeds(); seed++) {
      try (TrainedDiscriminator random = TrainedDiscriminator.untrained(checkpoint, device, seed)) {
        rows.add(discriminator("discriminator, random weights", seed, random));
      }
    }
    ImageSet heldOut = split.heldOut();
    rows.add(row("raw pixels", null, (images, done) -> images, heldOut.imageSize()));
    return new FeatureReport(
        heldOut.name(),
        split.labelled().count(),
        heldOut.count(),
        heldOut.classNames(),
        rows,
        notes);
  }

  private static List<String> notes(TrainedDiscriminator trained) {
    List<String> notes = new ArrayList<>();
    if (trained.pack() > 1) {
      notes.add(
          "the discriminator judges packs of %d: each image stood in all places of its pack"
              .formatted(trained.pack()));
    }
    if (trained.classes() > 0) {
      notes.add("the discriminator takes labels: all were zero");
    }
    return notes;
  }

  private FeatureReport.Row discriminator(
      String name, Long seed, TrainedDiscriminator discriminator) {
    DiscriminatorFeatures features = new DiscriminatorFeatures(discriminator);
    return row(name, seed, features::of, features.widths());
  }

  private FeatureReport.Row row(String kind, Long seed, Extractor extractor, int... blocks) {
    long start = System.nanoTime();
    String name = seed == null ? kind : "%s of seed %d".formatted(kind, seed);
    int width = Arrays.stream(blocks).sum();
    ImageSet labelled = split.labelled();
    Examples.requireRoom("--labels", labelled.count(), width);
    float[] rows =
        extractor.of(
            ShownImages.pixels(labelled, 0, labelled.count()),
            share -> listener.working(name + ": labelled images", share));
    FeatureScaling scaling = FeatureScaling.of(rows, blocks);
    scaling.apply(rows);
    listener.working(name + ": classifier", 0);
    LinearSvm svm =
        rule.c() == null
            ? LinearSvm.fitCrossValidated(rows, labelled.labels())
            : LinearSvm.fit(rows, labelled.labels(), rule.c());
    int[][] confusion = confusion(name, extractor, scaling, svm);
    int right = 0;
    for (int c = 0; c < confusion.length; c++) {
      right += confusion[c][c];
    }
    double accuracy = (double) right / split.heldOut().count();
    Double crossValidated = rule.c() == null ? svm.crossValidated() : null;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FeatureReport.Row(
        kind, seed, width, svm.c(), crossValidated, accuracy, seconds, confusion);
  }

  private int[][] confusion(
      String name, Extractor extractor, FeatureScaling scaling, LinearSvm svm) {
    ImageSet images = split.heldOut();
    int[][] confusion = new int[images.classes()][images.classes()];
    for (int from = 0; from < images.count(); from += CHUNK) {
      int to = Math.min(images.count(), from + CHUNK);
      float[] rows = extractor.of(ShownImages.pixels(images, from, to), Stage.SILENT);
      scaling.apply(rows);
      int[] found = svm.predict(rows);
      for (int i = from; i < to; i++) {
        confusion[images.labels()[i]][found[i - from]]++;
      }
      listener.working(name + ": held-out images", (double) to / images.count());
    }
    return confusion;
  }
}
