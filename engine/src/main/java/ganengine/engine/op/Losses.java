package ganengine.engine.op;

import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Tensor;

/** Losses; each gives a scalar, the mean over the batch. */
public final class Losses {
  private Losses() {}

  /**
   * Binary cross entropy of logits with targets in [0, 1]: mean of softplus(x) - x * t, which is -t
   * log sigmoid(x) - (1 - t) log(1 - sigmoid(x)) without overflow.
   *
   * @param targets of the logits' shape; may be soft
   */
  public static Tensor binaryCrossEntropy(Tensor logits, Tensor targets) {
    sameShape("binary_cross_entropy", "logits", logits, "targets", targets);
    return Sum.mean(Binary.subtract(Unary.softplus(logits), Binary.multiply(logits, targets)));
  }

  /** {@link #binaryCrossEntropy(Tensor, Tensor)} with one target for all. */
  public static Tensor binaryCrossEntropy(Tensor logits, double target) {
    return new BinaryCrossEntropy(target).apply(logits);
  }

  /**
   * Cross entropy of logits [batch, classes] with target probabilities of the same shape: mean over
   * the batch of -sum t * log softmax(x).
   */
  public static Tensor crossEntropy(Tensor logits, Tensor targets) {
    return new CrossEntropy().apply(logits, targets);
  }

  /** Cross entropy of logits [batch, classes] with one label for each row. */
  public static Tensor crossEntropy(Tensor logits, Indices labels) {
    if (logits.shape().rank() != 2 || logits.shape().size(0) != labels.count()) {
      throw ShapeRule.error(
          "cross_entropy",
          "logits %s, %d labels".formatted(logits.shape(), labels.count()),
          "expected one label for each row of [batch, classes]",
          "flatten the logits");
    }
    return crossEntropy(logits, OneHot.oneHot(labels, logits.shape().size(1)));
  }

  /** Mean of (x - target)^2, of equal shapes. */
  public static Tensor meanSquaredError(Tensor x, Tensor target) {
    sameShape("mean_squared_error", "input", x, "target", target);
    return Sum.mean(Unary.square(Binary.subtract(x, target)));
  }

  /** Mean of (x - target)^2 with one target for all: least-squares GAN (Mao et al. 2017). */
  public static Tensor meanSquaredError(Tensor x, double target) {
    return Sum.mean(Unary.square(Unary.affine(x, 1, -target)));
  }

  /** Mean of |x - target|, of equal shapes. */
  public static Tensor meanAbsoluteError(Tensor x, Tensor target) {
    sameShape("mean_absolute_error", "input", x, "target", target);
    return Sum.mean(Unary.abs(Binary.subtract(x, target)));
  }

  /** Mean of max(0, 1 - x): the hinge loss of scores that should be above 1. */
  public static Tensor hingeAbove(Tensor scores) {
    return Sum.mean(Unary.relu(Unary.affine(scores, -1, 1)));
  }

  /** Mean of max(0, 1 + x): the hinge loss of scores that should be below -1. */
  public static Tensor hingeBelow(Tensor scores) {
    return Sum.mean(Unary.relu(Unary.affine(scores, 1, 1)));
  }

  /** Broadcasting [n, 1] against [n] to [n, n] would train, but not what was meant. */
  private static void sameShape(String op, String roleA, Tensor a, String roleB, Tensor b) {
    if (!a.shape().equals(b.shape())) {
      throw ShapeRule.error(
          op,
          "%s %s, %s %s".formatted(roleA, a.shape(), roleB, b.shape()),
          "expected equal shapes",
          "reshape one of them");
    }
  }
}
