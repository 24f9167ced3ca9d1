package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.LaunchGraph;
import ganengine.kernels.OnDevice;
import ganengine.kernels.OptimiserKernels;
import ganengine.kernels.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Updates that were captured go on with their buffers, steps and learning rates at each replay. */
@OnCard
class CapturedUpdatesTest {
  private static final OptimiserKernels.Adam ADAM = new OptimiserKernels.Adam(0.5, 1e-8, 0);

  /** Gradients are drawn anew in each step, clipped, and taken by Adam. */
  private static final class Network implements AutoCloseable {
    private static final int[] LENGTHS = {5000, 7, 64};

    private final Device device;
    private final List<Buffer> buffers = new ArrayList<>();
    private final Buffer rate;
    private final Buffer complement2;
    private final Buffer step;
    private final Buffer norm;
    private final Buffer[] gradients;
    private final Buffer[] parameters;
    private final Buffer[] firstMoments;
    private final Buffer[] secondMoments;

    Network(Device device) {
      this.device = device;
      rate = kept(OnDevice.reals(device, 0.01));
      complement2 = kept(OnDevice.reals(device, 0.1));
      step = kept(OnDevice.integers(device, 0));
      norm = kept(OnDevice.room(device, 1));
      gradients = zeros();
      parameters = zeros();
      firstMoments = zeros();
      secondMoments = zeros();
    }

    private Buffer kept(Buffer buffer) {
      buffers.add(buffer);
      return buffer;
    }

    private Buffer[] zeros() {
      Buffer[] all = new Buffer[LENGTHS.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = kept(OnDevice.reals(device, new double[LENGTHS[i]]));
      }
      return all;
    }

    void train() {
      device.random().advance(step, 1);
      for (int i = 0; i < gradients.length; i++) {
        device.random().normal(new RandomStream(1, i), step, 0, 1, gradients[i]);
      }
      device.optimiser().clipNorm(3, gradients, norm);
      device
          .optimiser()
          .adam(ADAM, rate, complement2, step, gradients, parameters, firstMoments, secondMoments);
    }

    List<double[]> weights() {
      List<double[]> weights = new ArrayList<>();
      for (Buffer parameter : parameters) {
        weights.add(OnDevice.read(device, parameter));
      }
      return weights;
    }

    @Override
    public void close() {
      buffers.forEach(device::release);
    }
  }

  @Test
  void replaysAreSteps() {
    try (Device device = Devices.open("cuda", DeviceOptions.DEFAULT);
        Network eager = new Network(device);
        Network replayed = new Network(device)) {
      for (int i = 0; i < 5; i++) {
        eager.train();
      }
      replayed.train();
      replayed.train();
      try (LaunchGraph graph = device.capture(replayed::train)) {
        for (int i = 0; i < 3; i++) {
          graph.replay();
        }
        assertThat(replayed.weights()).usingRecursiveComparison().isEqualTo(eager.weights());
      }
      assertThat(eager.weights().get(0)).doesNotContain(0);
    }
  }
}
