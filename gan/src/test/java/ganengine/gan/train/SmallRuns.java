package ganengine.gan.train;

import ganengine.engine.io.HostTensor;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Checkpoints of small networks that learnt next to nothing. */
public final class SmallRuns {
  private SmallRuns() {}

  /** Trained on digits of the jar with these settings. */
  public static Checkpoint trained(int steps, Map<String, String> settings, Device device) {
    TrainConfig config = Settings.resolve(Optional.empty(), settings);
    try (Training training = new Training(config, digits(config.imageSize()), device)) {
      for (int i = 0; i < steps; i++) {
        training.step();
      }
      return training.checkpoint(0);
    }
  }

  /**
   * Untrained, with weights ten times larger than DCGAN's beginning: a smooth generator whose
   * images differ from each other, as those of a beginner don't.
   */
  public static Checkpoint varied(Map<String, String> settings, Device device) {
    Checkpoint checkpoint = trained(0, settings, device);
    Map<String, HostTensor> tensors = new LinkedHashMap<>(checkpoint.tensors());
    tensors.replaceAll(
        (name, tensor) ->
            name.startsWith(RunState.AVERAGE) && tensor.shape().length > 1
                ? HostTensor.of(tensor.shape(), tenfold(tensor.floats()))
                : tensor);
    return new Checkpoint(
        checkpoint.config(), 0, 0, checkpoint.imageChannels(), checkpoint.classes(), tensors);
  }

  private static float[] tenfold(float[] values) {
    float[] tenfold = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      tenfold[i] = 10 * values[i];
    }
    return tenfold;
  }

  /** The first 256 digits of the jar. */
  public static ImageSet digits(int side) {
    return DataSets.images("digits", null)
        .picked(LongStream.range(0, 256).toArray())
        .scaledTo(side);
  }
}
