package ganengine.gan.train;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.StridedCopy;
import java.util.Map;

/**
 * What the last step measured, on the device: lossD, lossG, D(x), D(G(z)). Steps write it without
 * waiting; who wants to know reads it.
 */
final class DeviceMetrics {
  private final Parameter values = Parameter.statistic("values", Tensor.full(Shape.of(4), 0));

  /** The figures as state: where networks are updated in different steps, some are older ones. */
  Map<String, Parameter> state() {
    return Map.of(values.name(), values);
  }

  void lossD(Tensor scalar) {
    write(scalar, 0);
  }

  void lossG(Tensor scalar) {
    write(scalar, 1);
  }

  void probabilities(Tensor real, Tensor fake) {
    write(real, 2);
    write(fake, 3);
  }

  private void write(Tensor scalar, int place) {
    int[] one = {1};
    values
        .device()
        .layout()
        .copy(StridedCopy.of(one, one, 0, one, place), scalar.buffer(), values.buffer());
  }

  /** Waits for the device. */
  StepMetrics read() {
    double[] read = values.toDoubles();
    return new StepMetrics(read[0], read[1], read[2], read[3]);
  }
}
