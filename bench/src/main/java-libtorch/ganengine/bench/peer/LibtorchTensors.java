package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Tensors for libtorch's networks, and the way from our layout to its own.
 *
 * <p>What changes a tensor in place returns a second Java object for the same native one: it is
 * dropped here, since it would dangle once the first is collected.
 */
final class LibtorchTensors {
  private LibtorchTensors() {}

  /** N(mean, deviation) of this shape, to be trained; four dimensions lie channels last. */
  static Tensor normal(double mean, double deviation, long... shape) {
    return trained(torch.normal(mean, deviation, shape));
  }

  /** Zeros of this shape, to be trained. */
  static Tensor zeros(long... shape) {
    return trained(torch.zeros(shape));
  }

  private static Tensor trained(Tensor values) {
    Tensor ordered = channelsLast(values);
    ordered.set_requires_grad(true);
    return ordered;
  }

  /** The same numbers in the order [n, h, w, c], if there are four dimensions. */
  static Tensor channelsLast(Tensor values) {
    return values.dim() == 4 ? values.contiguous(torch.MemoryFormat.ChannelsLast) : values;
  }

  /** Uniform in [-1, 1]. */
  static Tensor uniform(long... shape) {
    Tensor values = torch.rand(shape);
    values.mul_(new Scalar(2.0));
    values.sub_(new Scalar(1.0));
    return channelsLast(values);
  }

  /** Ours as libtorch sees it: [n, h, w, c] becomes [n, c, h, w] with channels last in memory. */
  static Tensor of(HostTensor array) {
    float[] values = array.floats();
    long[] shape = IntStream.of(array.shape()).asLongStream().toArray();
    try (FloatPointer pointer = new FloatPointer(values)) {
      Tensor ours = torch.from_blob(pointer, shape).clone();
      return shape.length == 4 ? ours.permute(0, 3, 1, 2) : ours;
    }
  }

  /**
   * Overwrites a weight.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  static void copy(HostTensor from, Tensor to) {
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor values = of(from);
      if (!Arrays.equals(values.shape(), to.shape())) {
        throw new IllegalArgumentException(
            "weights of shape %s for one of %s"
                .formatted(Arrays.toString(values.shape()), Arrays.toString(to.shape())));
      }
      to.copy_(values);
    }
  }
}
