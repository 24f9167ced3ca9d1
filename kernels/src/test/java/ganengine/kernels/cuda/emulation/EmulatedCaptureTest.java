package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static jcuda.jcublas.cublasOperation.CUBLAS_OP_N;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.JCublas2;
import jcuda.jcublas.cublasHandle;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnTensorDescriptor;
import org.junit.jupiter.api.Test;

/** While a stream is captured, library calls compute nothing; each launch of the graph does. */
class EmulatedCaptureTest {
  @Test
  void librariesComputeWhenTheGraphIsLaunched() {
    try (EmulatedCard card = new EmulatedCard();
        EmulatedCudnn cudnn = new EmulatedCudnn(card)) {
      cublasHandle cublas = new cublasHandle();
      done(JCublas2.cublasCreate(cublas));
      done(JCublas2.cublasSetStream(cublas, card.libraryStream()));
      CUdeviceptr x = card.floats(3);
      CUdeviceptr square = card.unwritten(4);
      CUdeviceptr sum = card.floats(100);
      cudnnTensorDescriptor one = cudnn.tensor(CUDNN_DATA_FLOAT, 1, 1, 1, 1);
      int relaxed = CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_RELAXED;
      done(JCudaDriver.cuStreamBeginCapture(card.stream(), relaxed));
      done(
          JCublas2.cublasSgemm(
              cublas,
              CUBLAS_OP_N,
              CUBLAS_OP_N,
              1,
              1,
              1,
              factor(1),
              x,
              1,
              x,
              1,
              factor(0),
              square,
              1));
      done(JCudnn.cudnnAddTensor(cudnn.handle(), factor(1), one, square, factor(1), one, sum));
      CUgraph graph = new CUgraph();
      done(JCudaDriver.cuStreamEndCapture(card.stream(), graph));
      assertThat(card.readFloats(sum, 1)).containsExactly(100);
      CUgraphExec executable = new CUgraphExec();
      done(JCudaDriver.cuGraphInstantiate(executable, graph, 0));
      done(JCudaDriver.cuGraphLaunch(executable, card.stream()));
      assertThat(card.readFloats(sum, 1)).containsExactly(109);
      done(JCudaDriver.cuMemcpyHtoD(x, Pointer.to(new float[] {5}), 4));
      done(JCudaDriver.cuGraphLaunch(executable, card.stream()));
      assertThat(card.readFloats(sum, 1)).containsExactly(134);
      done(JCudaDriver.cuGraphExecDestroy(executable));
      done(JCudaDriver.cuGraphDestroy(graph));
      done(JCublas2.cublasDestroy(cublas));
    }
  }
}
