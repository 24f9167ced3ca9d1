package ganengine.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibtorchStepTest {
  @ParameterizedTest
  @EnumSource(PeerNetworks.class)
  void computesOurLossesFromOurWeights(PeerNetworks networks) {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      PeerStep step = new PeerStep(networks, FirstLosses.BATCH, FirstLosses.RATE, true);
      double[][] theirs = LibtorchLosses.first(networks, step.export());
      double[][] ours = FirstLosses.of(step::run, step::losses);
      for (int i = 0; i < ours.length; i++) {
        for (int net = 0; net < 2; net++) {
          assertThat(theirs[i][net])
              .as("step %d, %s", i, net == 0 ? "D" : "G")
              .isCloseTo(ours[i][net], Percentage.withPercentage(0.1));
        }
      }
      assertThat(ours[4][0]).isNotCloseTo(ours[0][0], Percentage.withPercentage(0.4));
    }
  }
}
