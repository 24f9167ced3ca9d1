package ganengine.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Progress of training: JMH divides by the time and prints images a second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Images {
  /** Real images seen. */
  public long images;

  void add(int count) {
    images += count;
  }
}
