package ganengine.kernels.cuda;

import ganengine.kernels.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jcuda.Pointer;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionFwdAlgo;
import jcuda.jcudnn.cudnnConvolutionFwdAlgoPerf;

/** y from x and the filter. */
final class ForwardPass implements ConvolutionPass {
  @Override
  public String name() {
    return "convolution";
  }

  @Override
  public int resultSize(Convolution size) {
    return size.outputSize();
  }

  @Override
  public int algorithms() {
    return cudnnConvolutionFwdAlgo.CUDNN_CONVOLUTION_FWD_ALGO_COUNT;
  }

  @Override
  public String algorithmName(int algorithm) {
    return cudnnConvolutionFwdAlgo.stringFor(algorithm);
  }

  @Override
  public boolean transforms(int algorithm) {
    return algorithm >= cudnnConvolutionFwdAlgo.CUDNN_CONVOLUTION_FWD_ALGO_FFT;
  }

  @Override
  public List<Candidate> measure(
      CudnnHandle cudnn,
      ConvolutionDescriptors d,
      Pointer x,
      Pointer filter,
      Pointer y,
      Pointer workspace,
      long workspaceBytes) {
    cudnnConvolutionFwdAlgoPerf[] results = results();
    int[] count = new int[1];
    int status =
        JCudnn.cudnnFindConvolutionForwardAlgorithmEx(
            cudnn.handle(),
            d.input(),
            x,
            d.filter(),
            filter,
            d.convolution(),
            d.output(),
            y,
            MOST_RESULTS,
            count,
            results,
            workspace,
            workspaceBytes);
    return ConvolutionPass.answered(status, "cudnnFindConvolutionForwardAlgorithmEx", d)
        ? candidates(results, count[0])
        : List.of();
  }

  @Override
  public List<Candidate> guess(CudnnHandle cudnn, ConvolutionDescriptors d) {
    cudnnConvolutionFwdAlgoPerf[] results = results();
    int[] count = new int[1];
    int status =
        JCudnn.cudnnGetConvolutionForwardAlgorithm_v7(
            cudnn.handle(),
            d.input(),
            d.filter(),
            d.convolution(),
            d.output(),
            MOST_RESULTS,
            count,
            results);
    return ConvolutionPass.answered(status, "cudnnGetConvolutionForwardAlgorithm_v7", d)
        ? candidates(results, count[0])
        : List.of();
  }

  private static cudnnConvolutionFwdAlgoPerf[] results() {
    return Stream.generate(cudnnConvolutionFwdAlgoPerf::new)
        .limit(MOST_RESULTS)
        .toArray(cudnnConvolutionFwdAlgoPerf[]::new);
  }

  private static List<Candidate> candidates(cudnnConvolutionFwdAlgoPerf[] results, int count) {
    return Arrays.stream(results, 0, count)
        .map(r -> Candidate.of(r.algo, r.status, r.determinism))
        .toList();
  }

  @Override
  public int workspaceSize(
      CudnnHandle cudnn, ConvolutionDescriptors d, int algorithm, long[] bytes) {
    return JCudnn.cudnnGetConvolutionForwardWorkspaceSize(
        cudnn.handle(), d.input(), d.filter(), d.convolution(), d.output(), algorithm, bytes);
  }

  @Override
  public int run(
      CudnnHandle cudnn,
      ConvolutionDescriptors d,
      int algorithm,
      Pointer x,
      Pointer filter,
      Pointer y,
      Pointer workspace,
      long workspaceBytes) {
    return JCudnn.cudnnConvolutionForward(
        cudnn.handle(),
        cudnn.one(),
        d.input(),
        x,
        d.filter(),
        filter,
        d.convolution(),
        algorithm,
        workspace,
        workspaceBytes,
        cudnn.zero(),
        d.output(),
        y);
  }
}
