package ganengine.kernels.cuda;

import ganengine.kernels.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jcuda.Pointer;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionBwdFilterAlgo;
import jcuda.jcudnn.cudnnConvolutionBwdFilterAlgoPerf;

/** gradFilter from x and gradY. */
final class FilterGradientPass implements ConvolutionPass {
  @Override
  public String name() {
    return "convolution's filter gradient";
  }

  @Override
  public int resultSize(Convolution size) {
    return size.filterSize();
  }

  @Override
  public int algorithms() {
    return cudnnConvolutionBwdFilterAlgo.CUDNN_CONVOLUTION_BWD_FILTER_ALGO_COUNT;
  }

  @Override
  public String algorithmName(int algorithm) {
    return cudnnConvolutionBwdFilterAlgo.stringFor(algorithm);
  }

  @Override
  public boolean transforms(int algorithm) {
    return algorithm == cudnnConvolutionBwdFilterAlgo.CUDNN_CONVOLUTION_BWD_FILTER_ALGO_FFT
        || algorithm >= cudnnConvolutionBwdFilterAlgo.CUDNN_CONVOLUTION_BWD_FILTER_ALGO_WINOGRAD;
  }

  @Override
  public List<Candidate> measure(
      CudnnHandle cudnn,
      ConvolutionDescriptors d,
      Pointer x,
      Pointer gradY,
      Pointer gradFilter,
      Pointer workspace,
      long workspaceBytes) {
    cudnnConvolutionBwdFilterAlgoPerf[] results = results();
    int[] count = new int[1];
    int status =
        JCudnn.cudnnFindConvolutionBackwardFilterAlgorithmEx(
            cudnn.handle(),
            d.input(),
            x,
            d.output(),
            gradY,
            d.convolution(),
            d.filter(),
            gradFilter,
            MOST_RESULTS,
            count,
            results,
            workspace,
            workspaceBytes);
    return ConvolutionPass.answered(status, "cudnnFindConvolutionBackwardFilterAlgorithmEx", d)
        ? candidates(results, count[0])
        : List.of();
  }

  @Override
  public List<Candidate> guess(CudnnHandle cudnn, ConvolutionDescriptors d) {
    cudnnConvolutionBwdFilterAlgoPerf[] results = results();
    int[] count = new int[1];
    int status =
        JCudnn.cudnnGetConvolutionBackwardFilterAlgorithm_v7(
            cudnn.handle(),
            d.input(),
            d.output(),
            d.convolution(),
            d.filter(),
            MOST_RESULTS,
            count,
            results);
    return ConvolutionPass.answered(status, "cudnnGetConvolutionBackwardFilterAlgorithm_v7", d)
        ? candidates(results, count[0])
        : List.of();
  }

  private static cudnnConvolutionBwdFilterAlgoPerf[] results() {
    return Stream.generate(cudnnConvolutionBwdFilterAlgoPerf::new)
        .limit(MOST_RESULTS)
        .toArray(cudnnConvolutionBwdFilterAlgoPerf[]::new);
  }

  private static List<Candidate> candidates(
      cudnnConvolutionBwdFilterAlgoPerf[] results, int count) {
    return Arrays.stream(results, 0, count)
        .map(r -> Candidate.of(r.algo, r.status, r.determinism))
        .toList();
  }

  @Override
  public int workspaceSize(
      CudnnHandle cudnn, ConvolutionDescriptors d, int algorithm, long[] bytes) {
    return JCudnn.cudnnGetConvolutionBackwardFilterWorkspaceSize(
        cudnn.handle(), d.input(), d.output(), d.convolution(), d.filter(), algorithm, bytes);
  }

  @Override
  public int run(
      CudnnHandle cudnn,
      ConvolutionDescriptors d,
      int algorithm,
      Pointer x,
      Pointer gradY,
      Pointer gradFilter,
      Pointer workspace,
      long workspaceBytes) {
    return JCudnn.cudnnConvolutionBackwardFilter(
        cudnn.handle(),
        cudnn.one(),
        d.input(),
        x,
        d.output(),
        gradY,
        d.convolution(),
        algorithm,
        workspace,
        workspaceBytes,
        cudnn.zero(),
        d.filter(),
        gradFilter);
  }
}
