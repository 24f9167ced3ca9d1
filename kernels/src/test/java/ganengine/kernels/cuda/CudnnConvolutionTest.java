package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ganengine.kernels.Convolution;
import ganengine.kernels.ElementType;
import ganengine.kernels.LaunchGraph;
import ganengine.kernels.OutOfDeviceMemoryException;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.ConvolutionExample.Pass;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How convolutions are planned; that they are right is the contract suite's business. */
@OnCard
@DisabledIfSystemProperty(
    named = "ganengine.cuda.real",
    matches = "true",
    disabledReason = "which algorithm is fastest is known of the emulated card only")
class CudnnConvolutionTest {
  private static final Convolution SIZE = ConvolutionExample.dcgan(2, 8, 5, 6);
  private static final Offset<Double> CLOSE = within(1e-5);

  @ParameterizedTest
  @EnumSource(Pass.class)
  void plansAGeometryOnce(Pass pass) {
    ConvolutionExample example = new ConvolutionExample(pass, SIZE);
    try (OpenCard card = new OpenCard(Precision.FP32, false);
        CudnnConvolution convolution = card.convolution();
        LogLines log = new LogLines()) {
      double[] once = example.on(card, convolution, ElementType.REAL);
      long allocations = card.cuda().pool().use().allocations();
      double[] again = example.on(card, convolution, ElementType.REAL);
      assertThat(again).isEqualTo(once).containsExactly(example.expected(), CLOSE);
      assertThat(log.about("is new: takes CUDNN_")).hasSize(1);
      assertThat(card.cuda().pool().use().allocations()).isEqualTo(allocations);
      assertThat(convolution.plans()).isEqualTo(1);
    }
  }

  @Test
  void takesTheFastestAlgorithmThatIsExactInFp32() {
    assertThat(chosen(Pass.INPUT_GRADIENT, Precision.FP32, false))
        .contains("CUDNN_CONVOLUTION_BWD_DATA_ALGO_0");
    assertThat(chosen(Pass.FILTER_GRADIENT, Precision.FP32, false))
        .contains("CUDNN_CONVOLUTION_BWD_FILTER_ALGO_0");
  }

  @Test
  void takesDeterministicAlgorithmsOnlyWhereAskedTo() {
    assertThat(chosen(Pass.INPUT_GRADIENT, Precision.FP32, true))
        .contains("CUDNN_CONVOLUTION_BWD_DATA_ALGO_1");
    assertThat(chosen(Pass.FILTER_GRADIENT, Precision.FP32, true))
        .contains("CUDNN_CONVOLUTION_BWD_FILTER_ALGO_1");
  }

  @Test
  void saysInWhatItMultiplies() {
    assertThat(chosen(Pass.FORWARD, Precision.FP32, false)).contains("CUDNN_FMA_MATH");
    assertThat(chosen(Pass.FORWARD, Precision.TF32, false)).contains("CUDNN_DEFAULT_MATH");
  }

  private static String chosen(Pass pass, Precision precision, boolean deterministic) {
    try (OpenCard card = new OpenCard(precision, deterministic);
        CudnnConvolution convolution = card.convolution();
        LogLines log = new LogLines()) {
      new ConvolutionExample(pass, SIZE).on(card, convolution, ElementType.REAL);
      return log.about("is new").get(0);
    }
  }

  /** The emulated cuDNN's only deterministic filter gradient needs a workspace. */
  @ParameterizedTest
  @EnumSource(
      value = Pass.class,
      names = {"INPUT_GRADIENT", "FILTER_GRADIENT"})
  void computesByItselfWhatCudnnHasNoAlgorithmFor(Pass pass) {
    ConvolutionExample example = new ConvolutionExample(pass, SIZE);
    try (OpenCard card = new OpenCard(Precision.FP32, true);
        CudnnConvolution convolution = card.convolution(0);
        LogLines log = new LogLines()) {
      double[] expected = example.expected();
      assertThat(example.on(card, convolution, ElementType.REAL)).containsExactly(expected, CLOSE);
      assertThat(example.on(card, convolution, ElementType.REAL)).containsExactly(expected, CLOSE);
      assertThat(log.about("a slow kernel"))
          .singleElement()
          .asString()
          .startsWith("INFO ")
          .contains(SIZE.toString(), "is not deterministic", "of workspace");
    }
  }

  @Test
  void goesOnWithoutWorkspaceWhenMemoryRunsOut() {
    ConvolutionExample planned = new ConvolutionExample(Pass.FORWARD, SIZE);
    ConvolutionExample unplanned = new ConvolutionExample(Pass.INPUT_GRADIENT, SIZE);
    try (OpenCard card = new OpenCard(Precision.FP32, false);
        CudnnConvolution convolution = card.convolution()) {
      planned.on(card, convolution, ElementType.REAL);
      List<CudaBuffer> hogs = hogs(card.cuda());
      try (LogLines log = new LogLines()) {
        assertThat(planned.on(card, convolution, ElementType.REAL))
            .containsExactly(planned.expected(), CLOSE);
        assertThat(log.about("finds no memory"))
            .singleElement()
            .asString()
            .contains("takes CUDNN_CONVOLUTION_FWD_ALGO_IMPLICIT_GEMM with 0 bytes");
        assertThat(unplanned.on(card, convolution, ElementType.REAL))
            .containsExactly(unplanned.expected(), CLOSE);
        assertThat(log.about("goes without: the card has no room")).isNotEmpty();
      }
      hogs.forEach(card.cuda()::release);
    }
  }

  /** Takes the card's memory: room for the example's operands is left, for a workspace it isn't. */
  private static List<CudaBuffer> hogs(Cuda cuda) {
    CudaBuffer operands = cuda.scratch(Workspace.SMALLEST / 4);
    List<CudaBuffer> hogs = new ArrayList<>();
    for (long size = cuda.card().memory(); size >= Workspace.SMALLEST / 4; ) {
      try {
        hogs.add(cuda.scratch(size));
      } catch (OutOfDeviceMemoryException full) {
        size /= 2;
      }
    }
    cuda.release(operands);
    cuda.pool().trim();
    return hogs;
  }

  @Test
  void plansAGeometryFirstMetInACapture() {
    try (OpenCard card = new OpenCard(Precision.FP32, false);
        CudnnConvolution convolution = card.convolution()) {
      CudaBuffer x = card.of(ElementType.REAL, 1, 2, 3, 4);
      CudaBuffer filter = card.of(ElementType.REAL, 10);
      CudaBuffer y = card.of(ElementType.REAL, 0, 0, 0, 0);
      Convolution size = new Convolution(1, 2, 2, 1, 2, 2, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1);
      // Leaves a workspace in the pool: a capture can't allocate.
      new ConvolutionExample(Pass.FORWARD, SIZE).on(card, convolution, ElementType.REAL);
      try (LaunchGraph graph = card.cuda().capture(() -> convolution.forward(size, x, filter, y))) {
        assertThat(card.read(y)).containsOnly(0);
        graph.replay();
        assertThat(card.read(y)).containsExactly(10, 20, 30, 40);
      }
    }
  }

  @Test
  void refusesOperandsOfTwoTypes() {
    try (OpenCard card = new OpenCard(Precision.BF16, false);
        CudnnConvolution convolution = card.convolution()) {
      CudaBuffer x = card.room(ElementType.BFLOAT16, SIZE.inputSize());
      CudaBuffer filter = card.room(ElementType.REAL, SIZE.filterSize());
      CudaBuffer y = card.room(ElementType.BFLOAT16, SIZE.outputSize());
      assertThatThrownBy(() -> convolution.forward(SIZE, x, filter, y))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(SIZE.toString(), "BFLOAT16, REAL and BFLOAT16");
    }
  }

  @Test
  void saysWhichConvolutionMakesNoSense() {
    try (OpenCard card = new OpenCard(Precision.FP32, false);
        CudnnConvolution convolution = card.convolution()) {
      Convolution threeChannelsInTwoGroups =
          new Convolution(1, 2, 2, 3, 2, 2, 4, 1, 1, 1, 1, 0, 0, 1, 1, 2);
      CudaBuffer any = card.room(ElementType.REAL, 16);
      assertThatThrownBy(() -> convolution.forward(threeChannelsInTwoGroups, any, any, any))
          .isInstanceOf(CudaException.class)
          .hasMessageContainingAll(
              "convolution of " + threeChannelsInTwoGroups,
              "CUDNN_FMA_MATH",
              "CUDNN_STATUS_BAD_PARAM");
    }
  }

  @Test
  void saysWhichConvolutionFailed() {
    try (OpenCard card = new OpenCard(Precision.FP32, false);
        CudnnConvolution convolution = card.convolution()) {
      new ConvolutionExample(Pass.FORWARD, SIZE).on(card, convolution, ElementType.REAL);
      CudaBuffer tooShort = card.of(ElementType.REAL, 1, 2, 3);
      CudaBuffer y = card.room(ElementType.REAL, SIZE.outputSize());
      assertThatThrownBy(() -> convolution.forward(SIZE, tooShort, tooShort, y))
          .isInstanceOf(CudaException.class)
          .hasMessageContainingAll(
              "convolution(" + SIZE, "ALGO_IMPLICIT", "CUDNN_STATUS_EXECUTION_FAILED");
    }
  }
}
