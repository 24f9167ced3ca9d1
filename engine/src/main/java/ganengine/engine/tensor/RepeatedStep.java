package ganengine.engine.tensor;

import ganengine.kernels.CaptureException;
import ganengine.kernels.Device;
import ganengine.kernels.LaunchGraph;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Work that is done again and again on one device, as a training step is. After a warm-up it is
 * captured, where the device can do that, and from then on each run is one launch.
 *
 * <p>The work must close every scope it opens and keep no tensor; what differs from run to run
 * (counters, batches, rates) must lie on the device and be moved on there. Nothing else of the work
 * happens in a replay: no Java code, so no transfer, no waiting, no new buffer. Work that does any
 * of these runs eagerly; a debug line of this class's logger says why.
 */
public final class RepeatedStep implements AutoCloseable {
  /** After so many runs the pool has all buffers and libraries have chosen their algorithms. */
  private static final int WARM_UP = 2;

  private static final Logger LOG = System.getLogger(RepeatedStep.class.getName());

  private final Device device;
  private final Runnable work;
  private int eagerRuns;
  private boolean settled;
  private boolean capturable;
  private LaunchGraph graph;

  /** Nothing runs yet. */
  public RepeatedStep(Device device, Runnable work) {
    this.device = device;
    this.work = work;
    this.capturable = device.captures();
    if (!capturable) {
      LOG.log(Level.DEBUG, "runs eagerly: device {0} doesn''t capture launches", device.name());
    }
  }

  /** Does the work once; it may still be under way on the device on return. */
  public void run() {
    if (capturable && settled && graph == null) {
      capture();
    }
    if (graph == null) {
      runEagerly();
    } else {
      graph.replay();
    }
  }

  /** Whether runs have become replays of one launch. */
  public boolean captured() {
    return graph != null;
  }

  private void runEagerly() {
    long allocations = device.memory().allocations();
    work.run();
    eagerRuns++;
    boolean grew = device.memory().allocations() != allocations;
    settled = eagerRuns >= WARM_UP && !grew;
    if (capturable && eagerRuns >= WARM_UP && grew) {
      LOG.log(Level.DEBUG, "run {0} is not captured yet: it took new buffers", eagerRuns);
    }
  }

  private void capture() {
    try {
      graph = device.capture(work);
    } catch (CaptureException e) {
      capturable = false;
      LOG.log(Level.DEBUG, "runs eagerly: {0}", e.getMessage());
    }
  }

  /** Frees the launch if there is one, and its buffers; the next runs would be a new warm-up. */
  @Override
  public void close() {
    eagerRuns = 0;
    settled = false;
    if (graph != null) {
      graph.close();
      graph = null;
    }
  }
}
