package ganengine.gan.latent;

import ganengine.gan.evaluate.ImageJudge;
import ganengine.gan.latent.Smoothness.Overall;
import ganengine.gan.measure.Classifier.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How smooth an interpolation is, in pixels and, where there is a classifier for its images, in
 * that one's features; "no sharp transitions" as a number.
 *
 * @param pixels of all rows
 * @param features of all rows; null without a classifier
 * @param crossFadeFeatures of the straight cross-fades between the rows' ends, to compare with; in
 *     pixels their ratio is 1 by what they are
 * @param pairs a row each
 */
public record InterpolationReport(
    Overall pixels, Overall features, Overall crossFadeFeatures, List<Pair> pairs) {
  /**
   * One row.
   *
   * @param from number of its first vector in the series, from 0
   * @param to number of its last vector
   * @param label the class asked for; null without classes
   * @param pixels Euclidean distances between images in [-1, 1]
   * @param features Euclidean distances between the classifier's features, of stacks of digits all
   *     channels' together; null without one
   * @param crossFadeFeatures the same of the cross-fade
   * @param classes what the classifier sees in each image, in stacks of digits in each channel of
   *     each; null without one
   */
  public record Pair(
      int from,
      int to,
      Integer label,
      Smoothness pixels,
      Smoothness features,
      Smoothness crossFadeFeatures,
      List<Integer> classes) {}

  /** Measures all rows. */
  public static InterpolationReport of(Interpolation walked, Optional<ImageJudge> judge) {
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < walked.rows(); row++) {
      int number = row;
      pairs.add(
          judge
              .map(reader -> read(walked, number, reader))
              .orElseGet(() -> pixels(walked, number)));
    }
    return new InterpolationReport(
        Overall.of(pairs.stream().map(Pair::pixels).toList()),
        judge.map(reader -> Overall.of(pairs.stream().map(Pair::features).toList())).orElse(null),
        judge
            .map(reader -> Overall.of(pairs.stream().map(Pair::crossFadeFeatures).toList()))
            .orElse(null),
        pairs);
  }

  private static Pair pixels(Interpolation walked, int row) {
    Smoothness pixels = Smoothness.of(walked.row(row), walked.steps());
    return new Pair(row, row + 1, label(walked, row), pixels, null, null, null);
  }

  private static Pair read(Interpolation walked, int row, ImageJudge judge) {
    Reading reading = judge.read(walked.row(row));
    Reading faded = judge.read(walked.crossFade(row));
    return new Pair(
        row,
        row + 1,
        label(walked, row),
        Smoothness.of(walked.row(row), walked.steps()),
        Smoothness.of(reading.features().values(), walked.steps()),
        Smoothness.of(faded.features().values(), walked.steps()),
        Arrays.stream(reading.classes()).boxed().toList());
  }

  private static Integer label(Interpolation walked, int row) {
    return walked.labels().length == 0 ? null : Integer.valueOf(walked.labels()[row]);
  }
}
