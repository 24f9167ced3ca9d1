package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.io.HostTensor;
import ganengine.gan.cli.Cli;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.measure.Classifier;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on a generator of blots that a classifier of digits takes for this or that. */
final class ForgettingTest {
  @TempDir Path shelf;

  @Test
  void reportsWhatTheClassifierSeesInSamplesThatNothingWasLearntFrom() {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Sampler sampler = new Sampler(blots(), device);
        Classifier classifier = new Classifier(Classifier.Kind.DIGITS, device)) {
      int[] seen = classifier.read(sampler.draw(220, 1)).classes();
      int label = seen[0];
      int present = 0;
      for (int i = 100; i < 220; i++) {
        present += seen[i] == label ? 1 : 0;
      }
      assertThat(present).as("some held out show it, some another").isBetween(1, 119);

      Forgetting forgetting = new Forgetting(sampler, 1, EvaluationListener.SILENT);
      Forgetting.Unwanted unwanted = new Forgetting.Unwanted(label, 0);
      Forgetting.Samples samples = new Forgetting.Samples(100, 120, 1);
      Forgetting.Result all = forgetting.forget(classifier, unwanted, samples, 1000);
      Forgetting.Result one = forgetting.forget(classifier, unwanted, samples, 1);

      assertThat(all.report().learntFrom()).isEqualTo(100);
      assertThat(all.report().samples()).isEqualTo(120);
      assertThat(all.report().present()).isEqualTo(present);
      assertThat(all.report().stillPresent()).isBetween(0, 120);
      assertThat(one.report().dropped()).containsExactly(all.report().dropped().get(0));
      assertThat(all.report().regressionAccuracy()).isBetween(0.5, 1.0);
      assertThat(one.report().channels()).hasSize(1);
      assertThat(one.report().channels().get(0).change())
          .isPositive()
          .isLessThan(all.report().channels().get(0).change());

      Forgetting.Result subtracted = forgetting.subtract(classifier, unwanted, samples, 2);
      assertThat(subtracted.report().present()).isEqualTo(present);
      assertThat(subtracted.report().stillPresent()).isLessThan(present);
      assertThat(subtracted.report().dropped()).isEmpty();
    }
  }

  /** Untrained weights ten times as large: images that differ. */
  private Checkpoint blots() {
    String run = shelf.resolve("run").toString();
    Cli trained =
        Cli.run(
            "train",
            "--model",
            "cnn",
            "--channels",
            "8",
            "--steps",
            "1",
            "--batch",
            "4",
            "--out",
            run);
    assertThat(trained.code()).as(trained.err()).isZero();
    Checkpoint read = Checkpoint.read(Path.of(run, "checkpoints", "step-0000001.safetensors"));
    Map<String, HostTensor> tensors = new LinkedHashMap<>(read.tensors());
    tensors.replaceAll(
        (name, tensor) ->
            tensor.shape().length > 1
                ? HostTensor.of(tensor.shape(), tenfold(tensor.floats()))
                : tensor);
    return new Checkpoint(read.config(), 1, 0, read.imageChannels(), tensors);
  }

  private static float[] tenfold(float[] values) {
    float[] tenfold = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      tenfold[i] = 10 * values[i];
    }
    return tenfold;
  }
}
