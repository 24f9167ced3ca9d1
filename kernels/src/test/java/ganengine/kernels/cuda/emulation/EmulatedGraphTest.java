package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.FixtureKernels.text;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static jcuda.driver.CUresult.CUDA_ERROR_STREAM_CAPTURE_INVALIDATED;
import static jcuda.driver.CUresult.CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED;
import static jcuda.driver.CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_GLOBAL;
import static jcuda.driver.CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_RELAXED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.function.IntSupplier;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A capture records and runs nothing; its graph runs with what the calls were given then. */
class EmulatedGraphTest {
  private EmulatedCard card;
  private FixtureKernels kernels;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    kernels = new FixtureKernels();
  }

  @AfterEach
  void close() {
    if (kernels != null) {
      kernels.close();
      card.close();
    }
  }

  private int scale(CUdeviceptr in, CUdeviceptr out, float factor, long count) {
    return kernels.launch(
        "fixture_scale",
        card.stream(),
        1,
        64,
        Pointer.to(in),
        Pointer.to(out),
        Pointer.to(new float[] {factor}),
        Pointer.to(new long[] {count}));
  }

  private void begin(int mode) {
    done(JCudaDriver.cuStreamBeginCapture(card.stream(), mode));
  }

  private CUgraphExec end() {
    CUgraph graph = new CUgraph();
    done(JCudaDriver.cuStreamEndCapture(card.stream(), graph));
    CUgraphExec exec = new CUgraphExec();
    done(JCudaDriver.cuGraphInstantiate(exec, graph, 0));
    done(JCudaDriver.cuGraphDestroy(graph));
    return exec;
  }

  private int replay(CUgraphExec exec) {
    return JCudaDriver.cuGraphLaunch(exec, card.stream());
  }

  @Test
  void replayUsesTheCapturedArguments() {
    CUdeviceptr in = card.floats(1, 2, 3);
    CUdeviceptr out = card.floats(0, 0, 0);
    begin(CU_STREAM_CAPTURE_MODE_GLOBAL);
    done(scale(in, out, 2, 3));
    done(scale(out, out, 10, 3));
    CUgraphExec exec = end();
    assertThat(card.readFloats(out, 3)).containsExactly(0, 0, 0);
    done(replay(exec));
    assertThat(card.readFloats(out, 3)).containsExactly(20, 40, 60);
    done(JCudaDriver.cuMemcpyHtoD(in, Pointer.to(new float[] {4, 5, 6}), 12));
    done(replay(exec));
    assertThat(card.readFloats(out, 3)).containsExactly(80, 100, 120);
    done(JCudaDriver.cuGraphExecDestroy(exec));
  }

  @Test
  void replayReadsPinnedMemoryAsItIsThen() {
    Pointer pinned = new Pointer();
    done(JCudaDriver.cuMemAllocHost(pinned, 4));
    FloatBuffer host =
        pinned.getByteBuffer(0, 4).order(ByteOrder.nativeOrder()).asFloatBuffer().put(0, 1);
    CUdeviceptr buffer = card.unwritten(4);
    begin(CU_STREAM_CAPTURE_MODE_GLOBAL);
    done(JCudaDriver.cuMemcpyHtoDAsync(buffer, pinned, 4, card.stream()));
    CUgraphExec exec = end();
    host.put(0, 7);
    done(replay(exec));
    assertThat(card.readFloats(buffer, 1)).containsExactly(7);
    done(JCudaDriver.cuMemFreeHost(pinned));
    done(JCudaDriver.cuGraphExecDestroy(exec));
  }

  @Test
  void replayAfterABufferWasFreed() {
    CUdeviceptr in = card.floats(1, 2, 3);
    CUdeviceptr out = card.unwritten(12);
    begin(CU_STREAM_CAPTURE_MODE_GLOBAL);
    done(scale(in, out, 2, 3));
    CUgraphExec exec = end();
    card.free(in);
    int status = replay(exec);
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("fixture_scale", "of a freed buffer of 12 bytes");
    done(JCudaDriver.cuGraphExecDestroy(exec));
  }

  @Test
  void allocationInACapture() {
    CUdeviceptr buffer = new CUdeviceptr();
    assertInvalidates(() -> JCudaDriver.cuMemAlloc(buffer, 4));
    begin(CU_STREAM_CAPTURE_MODE_RELAXED);
    done(JCudaDriver.cuMemAlloc(buffer, 4));
    done(JCudaDriver.cuMemFree(buffer));
    done(JCudaDriver.cuGraphExecDestroy(end()));
  }

  @Test
  void waitingInACapture() {
    assertInvalidates(() -> JCudaDriver.cuStreamSynchronize(card.stream()));
    assertInvalidates(JCudaDriver::cuCtxSynchronize);
  }

  @Test
  void synchronousCopyInACapture() {
    CUdeviceptr buffer = card.floats(1);
    assertInvalidates(() -> JCudaDriver.cuMemcpyDtoH(Pointer.to(new float[1]), buffer, 4));
  }

  /** The call fails, all further ones too, and there is no graph. */
  private void assertInvalidates(IntSupplier call) {
    CUdeviceptr buffer = card.floats(1);
    begin(CU_STREAM_CAPTURE_MODE_GLOBAL);
    assertThat(call.getAsInt()).isEqualTo(CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED);
    assertThat(scale(buffer, buffer, 1, 1)).isEqualTo(CUDA_ERROR_STREAM_CAPTURE_INVALIDATED);
    assertThat(JCudaDriver.cuStreamEndCapture(card.stream(), new CUgraph()))
        .isEqualTo(CUDA_ERROR_STREAM_CAPTURE_INVALIDATED);
    done(scale(buffer, buffer, 1, 1));
  }
}
