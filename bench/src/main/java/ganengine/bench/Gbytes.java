package ganengine.bench;

import ganengine.kernels.Device;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Memory moved: JMH divides by the time and prints billions of bytes a second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Gbytes {
  /**
   * Billions of bytes that have to pass between memory and processor: of each operand as often as a
   * later number needs all of it first, of each result once.
   */
  public double gbytes;

  void add(Device device, long reals) {
    gbytes += 1e-9 * reals * device.realBytes();
  }
}
