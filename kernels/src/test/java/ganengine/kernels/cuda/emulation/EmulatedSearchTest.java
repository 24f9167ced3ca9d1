package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.random;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnDeterminism.CUDNN_DETERMINISTIC;
import static jcuda.jcudnn.cudnnDeterminism.CUDNN_NON_DETERMINISTIC;
import static jcuda.jcudnn.cudnnMathType.CUDNN_FMA_MATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUgraph;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.JCudaDriver;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionBwdFilterAlgoPerf;
import jcuda.jcudnn.cudnnConvolutionDescriptor;
import jcuda.jcudnn.cudnnConvolutionFwdAlgoPerf;
import jcuda.jcudnn.cudnnFilterDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the emulated cuDNN's algorithm searches answer, with the real ones' traps. */
class EmulatedSearchTest {
  private static final int X = 2 * 6 * 6 * 3;
  private static final int W = 4 * 3 * 3 * 3;
  private static final int Y = 2 * 6 * 6 * 4;

  private EmulatedCard card;
  private EmulatedCudnn cudnn;
  private cudnnTensorDescriptor x;
  private cudnnFilterDescriptor w;
  private cudnnTensorDescriptor y;
  private cudnnConvolutionDescriptor convolution;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    cudnn = new EmulatedCudnn(card);
    x = cudnn.tensor(CUDNN_DATA_FLOAT, 2, 6, 6, 3);
    w = cudnn.filter(CUDNN_DATA_FLOAT, 4, 3, 3, 3);
    y = cudnn.tensor(CUDNN_DATA_FLOAT, 2, 6, 6, 4);
    convolution = cudnn.convolution(1, 1, 1, 1, 1, 1, 1, CUDNN_FMA_MATH);
  }

  @AfterEach
  void close() {
    if (cudnn != null) {
      cudnn.close();
      card.close();
    }
  }

  private int find(Pointer output, int[] returned, cudnnConvolutionFwdAlgoPerf[] found) {
    return JCudnn.cudnnFindConvolutionForwardAlgorithmEx(
        cudnn.handle(),
        x,
        card.floats(random(1, X)),
        w,
        card.floats(random(2, W)),
        convolution,
        y,
        output,
        found.length,
        returned,
        found,
        card.unwritten(4096),
        4096);
  }

  private static cudnnConvolutionFwdAlgoPerf[] room() {
    return Stream.generate(cudnnConvolutionFwdAlgoPerf::new)
        .limit(8)
        .toArray(cudnnConvolutionFwdAlgoPerf[]::new);
  }

  @Test
  void namesAlgorithmsThatFailAndOneThatTheDescriptorRefuses() {
    int[] returned = new int[1];
    cudnnConvolutionFwdAlgoPerf[] found = room();
    done(find(card.floats(random(3, Y)), returned, found));
    assertThat(returned[0]).isEqualTo(8);
    assertThat(workspaceStatus(found[0].algo)).isEqualTo(EmulatedCudnn.NOT_SUPPORTED);
    assertThat(found[0].status).isZero();
    assertThat(found[1].status).isZero();
    assertThat(workspaceStatus(found[1].algo)).isZero();
    assertThat(found[1].memory).isPositive();
    assertThat(found[1].time).isGreaterThan(found[0].time);
    assertThat(found[7].status).isEqualTo(EmulatedCudnn.NOT_SUPPORTED);
  }

  private int workspaceStatus(int algorithm) {
    return JCudnn.cudnnGetConvolutionForwardWorkspaceSize(
        cudnn.handle(), x, w, convolution, y, algorithm, new long[1]);
  }

  @Test
  void overwritesItsOutput() {
    CUdeviceptr output = card.floats(random(4, Y));
    done(find(output, new int[1], room()));
    assertThat(JCudaDriver.cuMemcpyDtoH(Pointer.to(new float[Y]), output, 4L * Y))
        .as("reading what was left undefined")
        .isNotZero();
  }

  @Test
  void refusesDuringCapture() {
    done(
        JCudaDriver.cuStreamBeginCapture(
            card.stream(), CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_RELAXED));
    assertThat(find(card.unwritten(4L * Y), new int[1], room()))
        .isEqualTo(EmulatedCudnn.EXECUTION_FAILED);
    CUgraph graph = new CUgraph();
    done(JCudaDriver.cuStreamEndCapture(card.stream(), graph));
    done(JCudaDriver.cuGraphDestroy(graph));
  }

  @Test
  void tellsWhichFilterGradientsAreDeterministic() {
    cudnnConvolutionBwdFilterAlgoPerf[] found =
        Stream.generate(cudnnConvolutionBwdFilterAlgoPerf::new)
            .limit(8)
            .toArray(cudnnConvolutionBwdFilterAlgoPerf[]::new);
    int[] returned = new int[1];
    done(
        JCudnn.cudnnGetConvolutionBackwardFilterAlgorithm_v7(
            cudnn.handle(), x, y, convolution, w, found.length, returned, found));
    int[] runs =
        Arrays.stream(found, 1, 3)
            .peek(f -> assertThat(f.status).isZero())
            .mapToInt(f -> f.algo)
            .toArray();
    assertThat(runs).containsExactly(0, 1);
    assertThat(found[1].determinism).isEqualTo(CUDNN_NON_DETERMINISTIC);
    assertThat(found[2].determinism).isEqualTo(CUDNN_DETERMINISTIC);
    assertThat(found[2].mathType).isEqualTo(CUDNN_FMA_MATH);
  }
}
