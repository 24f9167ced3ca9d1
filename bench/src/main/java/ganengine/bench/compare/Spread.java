package ganengine.bench.compare;

import java.util.Arrays;
import java.util.List;

/** The middle and the ends of repeated measurements. */
public record Spread(double median, double min, double max) {
  /** The median of an even number is the mean of the two in the middle. */
  public static Spread of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no measurement to take the median of");
    }
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Of seconds a step, over the turns. */
  static Spread ofTurns(List<Turn> turns) {
    return of(Arrays.asList(turns.stream().map(Turn::secondsPerStep).toArray(Double[]::new)));
  }
}
