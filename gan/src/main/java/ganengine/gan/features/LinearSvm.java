package ganengine.gan.features;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/**
 * A linear support vector machine with squared hinge loss, one class against the rest (liblinear's
 * L2R_L2LOSS_SVC_DUAL): for each class it minimises |w|^2 / 2 + C sum max(0, 1 - y (w x + b))^2, b
 * being one more weight.
 */
public final class LinearSvm {
  /** liblinear's stopping tolerance. */
  private static final double TOLERANCE = 0.1;

  /** C that are tried: few, since rows are of length 1. */
  private static final double[] CANDIDATES = {0.3, 3, 30};

  private static final int FOLDS = 3;

  private final Model model;
  private final int width;
  private final double c;
  private final double crossValidated;

  private LinearSvm(Problem problem, double c, double tolerance, double crossValidated) {
    this.model = Linear.train(problem, parameter(c, tolerance));
    this.width = problem.n - 1;
    this.c = c;
    this.crossValidated = crossValidated;
  }

  /** Fits with this C, as exactly as {@link #fitCrossValidated} does. */
  public static LinearSvm fit(float[] rows, int[] labels, double c) {
    return fit(rows, labels, c, TOLERANCE);
  }

  /**
   * Fits with this C.
   *
   * @param rows [labels, width]
   * @param labels the class of each, from 0; at least two differ
   * @param c what a mistake costs, above 0
   * @param tolerance of the solver; liblinear's own is 0.1
   */
  public static LinearSvm fit(float[] rows, int[] labels, double c, double tolerance) {
    return new LinearSvm(Examples.of(rows, labels), c, tolerance, Double.NaN);
  }

  /**
   * Fits with the C of 0.3, 3 and 30 that is right most often in a cross-validation of {@value
   * #FOLDS} folds; of equals the smallest.
   *
   * @param rows [labels, width], of length about 1
   * @param labels as in the other
   */
  public static LinearSvm fitCrossValidated(float[] rows, int[] labels) {
    Problem problem = Examples.of(rows, labels);
    double best = CANDIDATES[0];
    double most = -1;
    for (double candidate : CANDIDATES) {
      double[] answers = new double[labels.length];
      Linear.crossValidation(
          problem, parameter(candidate, TOLERANCE), Math.min(FOLDS, labels.length), answers);
      double right = 0;
      for (int i = 0; i < answers.length; i++) {
        right += answers[i] == labels[i] ? 1.0 / answers.length : 0;
      }
      if (right > most) {
        most = right;
        best = candidate;
      }
    }
    return new LinearSvm(problem, best, TOLERANCE, most);
  }

  private static Parameter parameter(double c, double tolerance) {
    return new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, c, tolerance);
  }

  /** What a mistake cost. */
  public double c() {
    return c;
  }

  /** The share that cross-validation got right with this C; NaN where C was given. */
  public double crossValidated() {
    return crossValidated;
  }

  /** The class of each row. */
  public int[] predict(float[] rows) {
    int[] classes = new int[rows.length / width];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = predict(rows, i * width);
    }
    return classes;
  }

  private int predict(float[] rows, int at) {
    // Of two classes liblinear keeps one machine, which tells the first from the second.
    if (model.getNrClass() == 2) {
      return model.getLabels()[score(0, rows, at) > 0 ? 0 : 1];
    }
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < model.getNrClass(); k++) {
      double score = score(k, rows, at);
      if (score > most) {
        most = score;
        best = k;
      }
    }
    return model.getLabels()[best];
  }

  private double score(int machine, float[] rows, int at) {
    double[] weights = model.getFeatureWeights();
    int machines = model.getNrClass() == 2 ? 1 : model.getNrClass();
    double score = weights[width * machines + machine];
    for (int j = 0; j < width; j++) {
      score += weights[j * machines + machine] * rows[at + j];
    }
    return score;
  }

  /**
   * The weights of a machine that tells two classes apart, the bias behind them; positive for the
   * class of the first row.
   */
  public double[] weights() {
    return model.getFeatureWeights().clone();
  }
}
