package ganengine.gan.reproduce;

import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.util.Map;

/** What a trained generator is judged by. */
@FunctionalInterface
public interface TrialMeasure {
  /**
   * Judges a trial's last checkpoint.
   *
   * @param samples how many are drawn
   * @return figures by name; some may be no number
   */
  Map<String, Double> judge(Checkpoint checkpoint, int samples, Device device);
}
