package ganengine.engine.check;

import java.util.Locale;

/**
 * The outcome of one check.
 *
 * @param device where it ran
 * @param op the op's name, or the network's
 * @param caseName which of its lines in the table
 * @param check what was compared: {@code order 1}, {@code jacobian}, {@code order 2}, {@code
 *     adjoint}, {@code values}, {@code gradients}
 * @param worstError the largest relative error met
 * @param tolerance what is allowed
 * @param seed of the random inputs
 */
public record CheckResult(
    String device,
    String op,
    String caseName,
    String check,
    double worstError,
    double tolerance,
    long seed) {

  /** Whether the error is within the tolerance; NaN is not. */
  public boolean passed() {
    return worstError <= tolerance;
  }

  /** One line with everything in it. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: op %s, case %s, %s: worst error %.2e, tolerance %.0e, seed %d: %s",
        device,
        op,
        caseName,
        check,
        worstError,
        tolerance,
        seed,
        passed() ? "passed" : "FAILED");
  }
}
