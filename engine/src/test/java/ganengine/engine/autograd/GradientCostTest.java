package ganengine.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.op.BatchNorm;
import ganengine.engine.op.Conv2d;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.ConvTranspose2d;
import ganengine.engine.op.Losses;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gradients cost in memory and in kernels: counted, never timed. */
@ExtendWith(LiveMemoryExtension.class)
class GradientCostTest {
  private static final int SIZE = 1000;
  private static final int BYTES = SIZE * Double.BYTES;
  private static final int LAYERS = 20;

  @Test
  void earlyReleaseKeepsThePeakLow(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.full(Shape.of(SIZE), 0.5);
      Tensor loss = deep(x);
      assertThat(extraPeak(device, () -> Gradients.of(loss, List.of(x)))).isLessThan(4 * BYTES);
    }
  }

  @Test
  void differentiableGradientsKeepEverything(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.full(Shape.of(SIZE), 0.5);
      Tensor loss = deep(x);
      assertThat(extraPeak(device, () -> Gradients.differentiable(loss, List.of(x))))
          .isGreaterThanOrEqualTo(LAYERS * BYTES);
    }
  }

  @Test
  void onlyTheResultStaysLive(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.full(Shape.of(SIZE), 0.5);
      Tensor loss = deep(x);
      long before = device.memory().liveBytes();
      Gradients.of(loss, List.of(x));
      assertThat(device.memory().liveBytes() - before).isEqualTo(BYTES);
    }
  }

  private static Tensor deep(Tensor x) {
    Tensor y = x;
    for (int i = 0; i < LAYERS; i++) {
      y = Unary.tanh(y);
    }
    return Sum.sum(y);
  }

  private static long extraPeak(Device device, Runnable work) {
    device.resetPeakMemory();
    long before = device.memory().liveBytes();
    work.run();
    return device.memory().peakBytes() - before;
  }

  @Test
  void theSecondStepAllocatesNothing(Device device) {
    try (Scope model = Scope.open(device)) {
      Gan gan = new Gan();
      gan.generatorStep();
      long first = device.memory().allocations();
      gan.generatorStep();
      gan.generatorStep();
      assertThat(device.memory().allocations()).isEqualTo(first);
    }
  }

  @Test
  void theGeneratorsStepComputesNoFilterGradientOfTheDiscriminator(Device device) {
    CountingDevice counting = new CountingDevice(device);
    try (Scope model = Scope.open(counting.device())) {
      Gan gan = new Gan();
      gan.generatorStep();
      // The generator's one filter; the discriminator is only passed through.
      assertThat(counting.calls("filterGradient")).isEqualTo(1);
      // Forward of the generator, and through the discriminator; not to the noise.
      assertThat(counting.calls("inputGradient")).isEqualTo(2);
      // Forward of the discriminator: gradients stop at the generator's filter.
      assertThat(counting.calls("forward")).isEqualTo(1);
    }
  }

  /** One transposed convolution with batch norm against one convolution. */
  private static final class Gan {
    private final Tensor noise = Tensor.of(Shape.of(2, 1, 1, 2), 0.1, -0.4, 0.3, 0.2);
    private final Tensor generatorFilter = Tensor.full(Shape.of(2, 4, 4, 3), 0.1);
    private final Tensor gamma = Tensor.full(Shape.of(3), 1);
    private final Tensor beta = Tensor.full(Shape.of(3), 0.1);
    private final Tensor discriminatorFilter = Tensor.full(Shape.of(1, 4, 4, 3), 0.1);

    void generatorStep() {
      ConvSpec spec = ConvSpec.of(1, 0);
      try (Scope step = Scope.open()) {
        Tensor x = ConvTranspose2d.convTranspose2d(noise, generatorFilter, spec, 0);
        Tensor image = Unary.tanh(BatchNorm.batchNorm(x, gamma, beta, 1e-5).y());
        Tensor logits = Conv2d.conv2d(image, discriminatorFilter, spec);
        Tensor loss = Losses.binaryCrossEntropy(logits, 1);
        Gradients gradients = Gradients.of(loss, List.of(generatorFilter, gamma, beta));
        assertThat(gradients.get(beta).toDoubles()).doesNotContain(Double.NaN);
      }
    }
  }
}
