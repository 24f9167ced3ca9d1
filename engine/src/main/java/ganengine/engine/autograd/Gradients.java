package ganengine.engine.autograd;

import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The gradients of one scalar with respect to named targets, by reverse accumulation. Only
 * computations on a path from a target to the scalar are differentiated; gradients that meet are
 * summed here and nowhere else.
 *
 * <pre>
 * Gradients gradients = Gradients.of(loss, network.parameters());
 * Tensor gradWeight = gradients.get(weight);
 * </pre>
 */
public final class Gradients {
  private final IdentityHashMap<Tensor, Tensor> byTarget = new IdentityHashMap<>();

  private Gradients() {}

  /**
   * Gradients as plain values in the innermost scope, each with memory of its own, so that they may
   * be clipped in place; memory used on the way is returned at once.
   *
   * @param loss a scalar (one element)
   * @param targets what to differentiate by: leaves or results on the way
   */
  public static Gradients of(Tensor loss, Collection<? extends Tensor> targets) {
    return of(loss, targets, SpentResults.NONE);
  }

  /**
   * As {@link #of}, at the last use of a computation: each result on a path from a target to the
   * loss goes back to the pool once its gradient has been passed back, whichever scope owns it, so
   * that gradients lie where results have lain. Afterwards the loss and the targets can be used,
   * but none of the results between; doing so is an error.
   */
  public static Gradients consuming(Tensor loss, Collection<? extends Tensor> targets) {
    return of(loss, targets, SpentResults.allBut(loss, targets));
  }

  private static Gradients of(
      Tensor loss, Collection<? extends Tensor> targets, SpentResults results) {
    try (Scope scope = Scope.inference()) {
      Gradients gradients = backward(loss, targets, scope, results);
      gradients.separate();
      scope.keep(gradients.byTarget.values());
      return gradients;
    }
  }

  /**
   * Gradients that can themselves be differentiated: for penalties on gradients and second order.
   */
  public static Gradients differentiable(Tensor loss, Collection<? extends Tensor> targets) {
    return backward(loss, targets, null, SpentResults.NONE);
  }

  /**
   * The gradient with respect to this target, of its shape; it shares memory with no other
   * target's, so that it can be clipped in place.
   *
   * @throws IllegalArgumentException if it was not among the targets
   */
  public Tensor get(Tensor target) {
    Tensor gradient = byTarget.get(target);
    if (gradient == null) {
      throw new IllegalArgumentException(target + " was not among the targets of these gradients");
    }
    return gradient;
  }

  /** Copies gradients whose memory another one has: those of both terms of a sum are the same. */
  private void separate() {
    Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    byTarget.replaceAll(
        (target, gradient) ->
            taken.add(gradient.memory()) ? gradient : Unary.affine(gradient, 1, 0));
  }

  private static Gradients backward(
      Tensor loss, Collection<? extends Tensor> targets, Scope releasing, SpentResults results) {
    if (loss.shape().elements() != 1) {
      throw new ShapeException(
          "gradients are of a scalar, this loss is %s; hint: take its mean or sum"
              .formatted(loss.shape()));
    }
    Path path = Path.between(targets, loss);
    Accumulator accumulator = new Accumulator(path, releasing);
    accumulator.add(loss, Tensor.full(loss.shape(), 1));
    for (int i = path.nodes().size() - 1; i >= 0; i--) {
      accumulator.passBack(path.nodes().get(i));
      results.release(path.nodes().get(i));
    }
    Gradients result = new Gradients();
    Set<Object> memories = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Tensor target : targets) {
      Tensor gradient = accumulator.gradient(target);
      if (gradient == null) {
        gradient = Tensor.full(target.shape(), 0);
      } else if (!memories.add(gradient.memory())) {
        gradient = Unary.affine(gradient, 1, 0);
      }
      result.byTarget.put(target, gradient);
    }
    return result;
  }
}
