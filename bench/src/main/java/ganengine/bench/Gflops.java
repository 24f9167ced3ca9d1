package ganengine.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Arithmetic done: JMH divides by the time and prints billions of operations a second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Gflops {
  /** Billions of floating-point operations; a multiply-add counts as two. */
  public double gflops;

  void add(long multiplyAdds) {
    gflops += 2e-9 * multiplyAdds;
  }
}
