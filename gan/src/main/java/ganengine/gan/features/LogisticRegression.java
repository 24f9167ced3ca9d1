package ganengine.gan.features;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Logistic regression with an L2 penalty (liblinear's L2R_LR): it minimises |w|^2 / 2 + C sum log(1
 * + exp(-y (w x + b))) on features that are centred and divided by their standard deviation, so
 * that weights can be compared with each other. Examples with and without the object count the same
 * in sum, however few of either there are.
 *
 * @param weights of each scaled feature; positive where it speaks for the object
 * @param bias b
 * @param scaling of features before they are weighed
 */
@SuppressWarnings("ArrayRecordComponent") // Found, never compared.
record LogisticRegression(double[] weights, double bias, FeatureScaling scaling) {
  private static final double TOLERANCE = 0.001;

  /**
   * Fits.
   *
   * @param rows [present, width]
   * @param present whether each example shows the object; some must, some must not
   * @param c what a mistake costs on average, above 0
   */
  static LogisticRegression fit(float[] rows, boolean[] present, double c) {
    int width = rows.length / present.length;
    int[] alone = new int[width];
    Arrays.fill(alone, 1);
    FeatureScaling scaling = FeatureScaling.of(rows, alone);
    float[] scaled = rows.clone();
    scaling.apply(scaled);
    int[] labels = new int[present.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = present[i] ? 1 : 0;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, c, TOLERANCE);
    double there = IntStream.of(labels).sum();
    double[] balance = {
      present.length / (2 * (present.length - there)), present.length / (2 * there)
    };
    parameter.setWeights(balance, new int[] {0, 1});
    Model model = Linear.train(Examples.of(scaled, labels), parameter);
    // The machine's score is of the class that it met first.
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] machine = model.getFeatureWeights();
    double[] weights = new double[width];
    for (int j = 0; j < width; j++) {
      weights[j] = sign * machine[j];
    }
    return new LogisticRegression(weights, sign * machine[width], scaling);
  }

  /**
   * The share of examples that it gets right, those with and those without the object counting the
   * same in sum.
   *
   * @param rows [present, width]
   * @param present of both kinds
   */
  double accuracy(float[] rows, boolean[] present) {
    float[] scaled = rows.clone();
    scaling.apply(scaled);
    int[] right = new int[2];
    int[] all = new int[2];
    for (int i = 0; i < present.length; i++) {
      double score = bias;
      for (int j = 0; j < weights.length; j++) {
        score += weights[j] * scaled[i * weights.length + j];
      }
      int kind = present[i] ? 1 : 0;
      right[kind] += score > 0 == present[i] ? 1 : 0;
      all[kind]++;
    }
    return ((double) right[0] / all[0] + (double) right[1] / all[1]) / 2;
  }

  /** The features with positive weights, the largest first; at most so many. */
  int[] positive(int most) {
    return IntStream.range(0, weights.length)
        .filter(j -> weights[j] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -weights[j]))
        .limit(most)
        .mapToInt(j -> j)
        .toArray();
  }
}
