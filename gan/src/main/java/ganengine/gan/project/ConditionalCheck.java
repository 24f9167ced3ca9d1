package ganengine.gan.project;

import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageSet;
import ganengine.gan.measure.Features;
import ganengine.gan.measure.NearestNeighbourError;
import ganengine.gan.measure.Stage;
import ganengine.gan.reproduce.NearestGenerated;
import ganengine.gan.run.Checkpoint;
import ganengine.kernels.Device;
import java.util.stream.IntStream;

/**
 * DCGAN's check of conditional samples (Radford et al. 2016, section 6.1): per cent of MNIST's test
 * digits whose nearest neighbour is of another class.
 *
 * @param samples generated digits, and as many real ones to learn from
 * @param generated the error among generated digits
 * @param real the error among as many training digits
 */
public record ConditionalCheck(int samples, double generated, double real) {
  static final int SAMPLES = 10_000;

  /** Whether it can be made: of labels on MNIST, whose test digits the run has not seen. */
  static boolean fits(Checkpoint checkpoint, ImageSet training) {
    return checkpoint.classes() > 0 && training.name().equals("mnist") && training.channels() == 1;
  }

  static ConditionalCheck of(Checkpoint checkpoint, ImageSet training, Device device) {
    double generated = new NearestGenerated().judge(checkpoint, SAMPLES, device).get("error");
    ImageSet test = DataSets.images("digits", null).scaledTo(training.height());
    float[] real = Neighbours.images(training, 0, SAMPLES);
    double error =
        NearestNeighbourError.of(
            new Features(real, SAMPLES, training.imageSize()),
            IntStream.of(training.labels()).limit(SAMPLES).toArray(),
            new Features(Target.floats(test.pixels()), test.count(), test.imageSize()),
            test.labels(),
            Stage.SILENT);
    return new ConditionalCheck(SAMPLES, generated, 100 * error);
  }
}
