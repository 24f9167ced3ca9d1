package ganengine.kernels.cuda;

import ganengine.kernels.LaunchGraph;
import ganengine.kernels.Reservation;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** A captured piece of work, and the buffers that it computes in. */
final class CudaGraph implements LaunchGraph {
  private final CUgraphExec executable = new CUgraphExec();
  private final CUstream stream;
  private final Reservation<CudaBuffer> buffers;

  CudaGraph(CUgraph graph, CUstream stream, Reservation<CudaBuffer> buffers) {
    this.stream = stream;
    this.buffers = buffers;
    Status.driver(JCudaDriver.cuGraphInstantiate(executable, graph, 0), "cuGraphInstantiate");
    Status.driver(JCudaDriver.cuGraphDestroy(graph), "cuGraphDestroy");
  }

  @Override
  public void replay() {
    Status.driver(JCudaDriver.cuGraphLaunch(executable, stream), "cuGraphLaunch");
  }

  @Override
  public void close() {
    // A replay may still be running: its buffers go to the pool only when it is over.
    Status.driver(JCudaDriver.cuStreamSynchronize(stream), "cuStreamSynchronize");
    Status.driver(JCudaDriver.cuGraphExecDestroy(executable), "cuGraphExecDestroy");
    buffers.close();
  }
}
