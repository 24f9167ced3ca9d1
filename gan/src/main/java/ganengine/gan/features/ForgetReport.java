package ganengine.gan.features;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a generator forgot, and what that changed. Shares are from 0 to 1.
 *
 * @param layer whose features were dropped, counted from 1 from z on
 * @param features those to choose from: the layer's activations for a class, its maps for boxes
 * @param dropped those dropped, the largest weight first; an activation's number is (row * width +
 *     column) * maps + map
 * @param subtracted where none was dropped: how much of what the object adds was subtracted; null
 *     otherwise
 * @param learntFrom samples that it was learnt from: for boxes, those that have some
 * @param regressionAccuracy the share of the examples that the regression tells apart, those with
 *     and those without the object counting the same in sum: for a class of the samples counted,
 *     for boxes of the places learnt from; null where none was dropped
 * @param samples counted, drawn with and without; for a class none of those learnt from
 * @param present samples of these in which the object was seen before, by the classifier or in a
 *     box
 * @param stillPresent samples in which the classifier sees it after; null for boxes
 * @param boxes the mean change of a pixel in the boxes; null for a class
 * @param outsideBoxes the mean change of the other pixels of those samples; null for a class
 * @param channels of the images
 */
public record ForgetReport(
    int layer,
    int features,
    List<Integer> dropped,
    Double subtracted,
    int learntFrom,
    Double regressionAccuracy,
    int samples,
    int present,
    Integer stillPresent,
    Double boxes,
    Double outsideBoxes,
    List<Channel> channels) {

  /**
   * A channel of the images: a digit of its own in stacked digits.
   *
   * @param channel from 0
   * @param change of a pixel on average; 1 is from black to white
   * @param sameClass of the samples in which the classifier saw no object here before, the share in
   *     which it sees the same class after; null for boxes
   */
  public record Channel(int channel, double change, Double sameClass) {
    /**
     * All channels.
     *
     * @param before [count, side, side, channels] in [-1, 1]
     * @param after of the same shape
     * @param sameClass by channel
     */
    static List<Channel> of(
        float[] before, float[] after, int channels, IntFunction<Double> sameClass) {
      List<Channel> all = new ArrayList<>();
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (int i = c; i < after.length; i += channels) {
          sum += Math.abs(after[i] - before[i]) / 2;
        }
        all.add(new Channel(c, sum * channels / after.length, sameClass.apply(c)));
      }
      return all;
    }
  }
}
