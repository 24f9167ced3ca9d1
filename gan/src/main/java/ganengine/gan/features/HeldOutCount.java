package ganengine.gan.features;

import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.measure.Classifier;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How often a classifier sees a class in samples that nothing was learnt from, before and after
 * their activations are changed.
 *
 * @param evidence the activations, and in which samples the class was seen before
 * @param present samples in which it was
 * @param stillPresent samples in which it is seen after
 * @param channels what became of each
 * @param picture samples in which it was seen
 */
record HeldOutCount(
    Evidence evidence,
    int present,
    int stillPresent,
    List<ForgetReport.Channel> channels,
    BufferedImage picture) {

  /**
   * Counts.
   *
   * @param redraw from activations to images without the class
   * @throws ganengine.gan.UserError if the class is seen in no sample or in all
   */
  static HeldOutCount of(
      SampledLayer layer,
      Classifier classifier,
      Forgetting.Unwanted unwanted,
      Forgetting.Samples samples,
      UnaryOperator<float[]> redraw,
      EvaluationListener listener) {
    int all = samples.count() + samples.heldOut();
    float[] values = layer.values(samples.count(), all, samples.seed());
    float[] before = layer.images(values);
    float[] after = redraw.apply(values);
    listener.working("reading", 0);
    ClassesSeen seen = ClassesSeen.in(before, layer.image(), classifier);
    ClassesSeen seenAfter = ClassesSeen.in(after, layer.image(), classifier);
    Evidence evidence = new Evidence(values, seen.showing(unwanted));
    int[] showing = numbers(evidence.present());
    return new HeldOutCount(
        evidence,
        showing.length,
        numbers(seenAfter.showing(unwanted)).length,
        ForgetReport.Channel.of(
            before, after, seen.channels(), c -> seen.same(seenAfter, c, unwanted)),
        ForgetPicture.of(layer.image(), showing, before, after));
  }

  private static int[] numbers(boolean[] chosen) {
    return IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
  }
}
