package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import ganengine.kernels.OnDevice;
import java.util.Random;

/** One pass of a convolution with numbers: what the reference device answers, what cuda does. */
final class ConvolutionExample {
  /** One method of {@link ConvolutionKernels}. */
  enum Pass {
    FORWARD,
    INPUT_GRADIENT,
    FILTER_GRADIENT
  }

  private final Pass pass;
  private final Convolution size;
  private final double[] first;
  private final double[] second;
  private final int resultSize;

  /** Operands drawn from [-1, 1), already bfloat16 so that every type holds them. */
  ConvolutionExample(Pass pass, Convolution size) {
    this.pass = pass;
    this.size = size;
    Random random = new Random(7);
    first = drawn(random, pass == Pass.INPUT_GRADIENT ? size.outputSize() : size.inputSize());
    second = drawn(random, pass == Pass.FILTER_GRADIENT ? size.outputSize() : size.filterSize());
    resultSize =
        switch (pass) {
          case FORWARD -> size.outputSize();
          case INPUT_GRADIENT -> size.inputSize();
          case FILTER_GRADIENT -> size.filterSize();
        };
  }

  private static double[] drawn(Random random, int count) {
    return random.doubles(count, -1, 1).map(x -> Math.rint(x * 128) / 128).toArray();
  }

  /** Kernel 4, stride 2, padding 1: as DCGAN has it. */
  static Convolution dcgan(int batch, int in, int inC, int outC) {
    return new Convolution(batch, in, in, inC, in / 2, in / 2, outC, 4, 4, 2, 2, 1, 1, 1, 1, 1);
  }

  double[] expected() {
    try (Device reference = Devices.open("reference", DeviceOptions.DEFAULT)) {
      Buffer result = OnDevice.room(reference, resultSize);
      call(
          reference.convolution(),
          OnDevice.reals(reference, first),
          OnDevice.reals(reference, second),
          result);
      return OnDevice.read(reference, result);
    }
  }

  /** The answer of these kernels with all operands of one type. */
  double[] on(OpenCard card, ConvolutionKernels kernels, ElementType type) {
    CudaBuffer a = card.of(type, first);
    CudaBuffer b = card.of(type, second);
    CudaBuffer result = card.room(type, resultSize);
    call(kernels, a, b, result);
    double[] answer = card.read(result);
    card.cuda().release(result);
    card.cuda().release(b);
    card.cuda().release(a);
    return answer;
  }

  private void call(ConvolutionKernels kernels, Buffer a, Buffer b, Buffer result) {
    switch (pass) {
      case FORWARD -> kernels.forward(size, a, b, result);
      case INPUT_GRADIENT -> kernels.inputGradient(size, a, b, result);
      case FILTER_GRADIENT -> kernels.filterGradient(size, a, b, result);
    }
  }

  @Override
  public String toString() {
    return pass + " " + size;
  }
}
