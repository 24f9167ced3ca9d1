package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static ganengine.kernels.cuda.emulation.EmulatedCard.random;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_BFLOAT16;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnMathType.CUDNN_FMA_MATH;
import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Convolution;
import jcuda.driver.CUdeviceptr;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnFilterDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the emulated cuDNN's convolutions refuse. */
class EmulatedConvolutionRefusalTest {
  private static final Convolution SIZE =
      new Convolution(2, 5, 7, 3, 5, 7, 4, 3, 3, 1, 1, 1, 1, 1, 1, 1);

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

  private DescribedConvolution describe(int type) {
    return DescribedConvolution.of(cudnn, SIZE, type, CUDNN_FMA_MATH);
  }

  private int forward(
      DescribedConvolution of,
      CUdeviceptr x,
      CUdeviceptr w,
      CUdeviceptr y,
      int algorithm,
      long workspaceBytes) {
    return JCudnn.cudnnConvolutionForward(
        cudnn.handle(),
        factor(1),
        of.x(),
        x,
        of.w(),
        w,
        of.convolution(),
        algorithm,
        card.unwritten(4096),
        workspaceBytes,
        factor(0),
        of.y(),
        y);
  }

  @Test
  void refusesDescriptorsThatDoNotFit() {
    DescribedConvolution of = describe(CUDNN_DATA_FLOAT);
    CUdeviceptr x = card.floats(random(7, SIZE.inputSize()));
    CUdeviceptr w = card.floats(random(8, SIZE.filterSize()));
    CUdeviceptr y = card.unwritten(4L * SIZE.outputSize());
    DescribedConvolution wrongOutput =
        new DescribedConvolution(of.x(), of.w(), of.x(), of.convolution());
    assertThat(forward(wrongOutput, x, w, y, 0, 0)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    assertThat(JCudnn.cudnnGetErrorString(EmulatedCudnn.BAD_PARAM))
        .isEqualTo(
            "CUDNN_STATUS_BAD_PARAM: cudnnConvolutionForward: y is NCHW 2x3x5x7 of type 0, but the"
                + " convolution gives 2x4x5x7");
    DescribedConvolution unset =
        new DescribedConvolution(cudnn.tensor(), of.w(), of.y(), of.convolution());
    assertThat(forward(unset, x, w, y, 0, 0)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    DescribedConvolution wrongType =
        new DescribedConvolution(
            of.x(), describe(CUDNN_DATA_BFLOAT16).w(), of.y(), of.convolution());
    assertThat(forward(wrongType, x, w, y, 0, 0)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    cudnnFilterDescriptor fewChannels = cudnn.filter(CUDNN_DATA_FLOAT, 4, 3, 3, 2);
    assertThat(
            forward(
                new DescribedConvolution(of.x(), fewChannels, of.y(), of.convolution()),
                x,
                w,
                y,
                0,
                0))
        .isEqualTo(EmulatedCudnn.BAD_PARAM);
    assertThat(forward(of, x, w, y, 5, 0)).isEqualTo(EmulatedCudnn.NOT_SUPPORTED);
    assertThat(forward(of, x, w, y, 99, 0)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    assertThat(forward(of, x, w, x, 0, 0)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    done(forward(of, x, w, y, 0, 0));
  }

  @Test
  void refusesUnwrittenOperandsAndShortMemory() {
    DescribedConvolution of = describe(CUDNN_DATA_FLOAT);
    CUdeviceptr x = card.floats(random(9, SIZE.inputSize()));
    CUdeviceptr w = card.floats(random(10, SIZE.filterSize()));
    CUdeviceptr y = card.unwritten(4L * SIZE.outputSize());
    CUdeviceptr unwritten = card.unwritten(4L * SIZE.inputSize());
    assertThat(forward(of, unwritten, w, y, 0, 0)).isEqualTo(EmulatedCudnn.EXECUTION_FAILED);
    CUdeviceptr tooShort = card.unwritten(4L * SIZE.outputSize() - 4);
    assertThat(forward(of, x, w, tooShort, 0, 0)).isEqualTo(EmulatedCudnn.EXECUTION_FAILED);
    long[] needed = new long[1];
    done(
        JCudnn.cudnnGetConvolutionForwardWorkspaceSize(
            cudnn.handle(), of.x(), of.w(), of.convolution(), of.y(), 1, needed));
    assertThat(needed[0]).isPositive();
    assertThat(forward(of, x, w, y, 1, needed[0] - 1)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    done(forward(of, x, w, y, 1, needed[0]));
  }
}
