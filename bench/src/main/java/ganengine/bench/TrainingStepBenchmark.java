package ganengine.bench;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.ImageSet;
import ganengine.gan.train.StepMetrics;
import ganengine.gan.train.Training;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Whole training steps of DCGAN: both networks' updates and the moving average. */
public class TrainingStepBenchmark extends DeviceBenchmark {
  /** Side of the square grey images. */
  @Param({"28", "64"})
  public int side;

  private Training training;

  @Override
  void operands() {
    TrainConfig config =
        Settings.resolve(Optional.empty(), Map.of("imageSize", side, "batch", batch()));
    byte[] pixels = new byte[batch() * side * side];
    new Random(1).nextBytes(pixels);
    ImageSet noise = new ImageSet("noise", batch(), side, side, 1, pixels, null, 0);
    training = new Training(config, noise, device());
  }

  /** One step on one batch, until it is done. */
  @Benchmark
  public StepMetrics step(Images seen) {
    seen.add(batch());
    training.step();
    return training.metrics();
  }
}
