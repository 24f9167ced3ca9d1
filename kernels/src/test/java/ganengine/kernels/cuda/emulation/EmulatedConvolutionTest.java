package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.assertClose;
import static ganengine.kernels.cuda.emulation.EmulatedCard.cut;
import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static ganengine.kernels.cuda.emulation.EmulatedCard.random;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_BFLOAT16;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnMathType.CUDNN_DEFAULT_MATH;
import static jcuda.jcudnn.cudnnMathType.CUDNN_FMA_MATH;
import static jcuda.jcudnn.cudnnMathType.CUDNN_TENSOR_OP_MATH;
import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.OnDevice;
import ganengine.kernels.reference.ReferenceDevice;
import java.util.List;
import java.util.stream.IntStream;
import jcuda.driver.CUdeviceptr;
import jcuda.jcudnn.JCudnn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three passes of the emulated cuDNN against the reference device. */
class EmulatedConvolutionTest {
  /** Batch, in, out, kernel, stride, padding, dilation, groups; all of them uneven somewhere. */
  static List<Convolution> sizes() {
    return List.of(
        new Convolution(2, 5, 7, 3, 5, 7, 4, 3, 3, 1, 1, 1, 1, 1, 1, 1),
        new Convolution(3, 9, 8, 6, 4, 4, 9, 4, 4, 2, 2, 1, 1, 1, 1, 3),
        new Convolution(1, 11, 6, 5, 4, 6, 3, 3, 2, 2, 1, 0, 1, 2, 2, 1),
        new Convolution(2, 4, 4, 7, 1, 1, 5, 4, 4, 1, 1, 0, 0, 1, 1, 1),
        new Convolution(2, 3, 3, 4, 5, 5, 4, 1, 1, 1, 1, 1, 1, 1, 1, 4));
  }

  private EmulatedCard card;
  private EmulatedCudnn cudnn;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    cudnn = new EmulatedCudnn(card);
  }

  @AfterEach
  void close() {
    if (cudnn != null) {
      cudnn.close();
      card.close();
    }
  }

  /** What the three passes should give: y, gradX, gradFilter. */
  private static List<double[]> reference(Convolution size, float[] x, float[] w, float[] gradY) {
    try (ReferenceDevice device = new ReferenceDevice()) {
      Buffer input = OnDevice.reals(device, widened(x));
      Buffer filter = OnDevice.reals(device, widened(w));
      Buffer gradOutput = OnDevice.reals(device, widened(gradY));
      Buffer y = OnDevice.room(device, size.outputSize());
      Buffer gradX = OnDevice.room(device, size.inputSize());
      Buffer gradFilter = OnDevice.room(device, size.filterSize());
      device.convolution().forward(size, input, filter, y);
      device.convolution().inputGradient(size, gradOutput, filter, gradX);
      device.convolution().filterGradient(size, input, gradOutput, gradFilter);
      List<double[]> read =
          List.of(
              OnDevice.read(device, y),
              OnDevice.read(device, gradX),
              OnDevice.read(device, gradFilter));
      List.of(input, filter, gradOutput, y, gradX, gradFilter).forEach(device::release);
      return read;
    }
  }

  private static double[] widened(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void givesWhatTheReferenceGivesWithEveryAlgorithm(Convolution size) {
    DescribedConvolution of =
        DescribedConvolution.of(cudnn, size, CUDNN_DATA_FLOAT, CUDNN_FMA_MATH);
    float[] x = random(1, size.inputSize());
    float[] w = random(2, size.filterSize());
    float[] gradY = random(3, size.outputSize());
    List<double[]> expected = reference(size, x, w, gradY);
    CUdeviceptr input = card.floats(x);
    CUdeviceptr filter = card.floats(w);
    CUdeviceptr gradOutput = card.floats(gradY);
    CUdeviceptr workspace = card.unwritten(1 << 16);
    for (int algorithm = 0; algorithm < 2; algorithm++) {
      CUdeviceptr y = card.unwritten(4L * size.outputSize());
      CUdeviceptr gradX = card.unwritten(4L * size.inputSize());
      CUdeviceptr gradFilter = card.unwritten(4L * size.filterSize());
      done(
          JCudnn.cudnnConvolutionForward(
              cudnn.handle(),
              factor(1),
              of.x(),
              input,
              of.w(),
              filter,
              of.convolution(),
              algorithm,
              workspace,
              1 << 16,
              factor(0),
              of.y(),
              y));
      done(
          JCudnn.cudnnConvolutionBackwardData(
              cudnn.handle(),
              factor(1),
              of.w(),
              filter,
              of.y(),
              gradOutput,
              of.convolution(),
              algorithm,
              workspace,
              1 << 16,
              factor(0),
              of.x(),
              gradX));
      done(
          JCudnn.cudnnConvolutionBackwardFilter(
              cudnn.handle(),
              factor(1),
              of.x(),
              input,
              of.y(),
              gradOutput,
              of.convolution(),
              algorithm,
              workspace,
              1 << 16,
              factor(0),
              of.w(),
              gradFilter));
      assertClose(card.readFloats(y, size.outputSize()), expected.get(0), 1e-7);
      assertClose(card.readFloats(gradX, size.inputSize()), expected.get(1), 1e-7);
      assertClose(card.readFloats(gradFilter, size.filterSize()), expected.get(2), 1e-7);
    }
  }

  @Test
  void computesBf16AndBlends() {
    Convolution size = sizes().get(1);
    DescribedConvolution of =
        DescribedConvolution.of(cudnn, size, CUDNN_DATA_BFLOAT16, CUDNN_TENSOR_OP_MATH);
    float[] x = cut(random(4, size.inputSize()));
    float[] w = cut(random(5, size.filterSize()));
    float[] before = cut(random(6, size.outputSize()));
    double[] expected = reference(size, x, w, before).get(0);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 2 * expected[i] - before[i];
    }
    CUdeviceptr y = card.halves(before);
    done(
        JCudnn.cudnnConvolutionForward(
            cudnn.handle(),
            factor(2),
            of.x(),
            card.halves(x),
            of.w(),
            card.halves(w),
            of.convolution(),
            0,
            new CUdeviceptr(),
            0,
            factor(-1),
            of.y(),
            y));
    assertClose(card.readHalves(y, size.outputSize()), expected, 1.0 / 256);
  }

  @Test
  void roundsToTf32UnlessFmaIsAskedFor() {
    float fine = 1 + 1f / (1 << 12);
    assertThat(square(fine, CUDNN_FMA_MATH)).isEqualTo(fine * fine);
    assertThat(square(fine, CUDNN_DEFAULT_MATH)).isEqualTo(1);
  }

  private float square(float value, int mathType) {
    DescribedConvolution of =
        DescribedConvolution.of(
            cudnn,
            new Convolution(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1),
            CUDNN_DATA_FLOAT,
            mathType);
    CUdeviceptr y = card.unwritten(4);
    done(
        JCudnn.cudnnConvolutionForward(
            cudnn.handle(),
            factor(1),
            of.x(),
            card.floats(value),
            of.w(),
            card.floats(value),
            of.convolution(),
            0,
            new CUdeviceptr(),
            0,
            factor(0),
            of.y(),
            y));
    return card.readFloats(y, 1)[0];
  }

  @Test
  void tellsTheOutputSize() {
    Convolution size = sizes().get(2);
    DescribedConvolution of =
        DescribedConvolution.of(cudnn, size, CUDNN_DATA_FLOAT, CUDNN_FMA_MATH);
    int[][] found = new int[4][1];
    done(
        JCudnn.cudnnGetConvolution2dForwardOutputDim(
            of.convolution(), of.x(), of.w(), found[0], found[1], found[2], found[3]));
    assertThat(found).isDeepEqualTo(new int[][] {{1}, {3}, {4}, {6}});
  }
}
