package ganengine.kernels.cuda;

import ganengine.kernels.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jcuda.Pointer;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnConvolutionBwdDataAlgo;
import jcuda.jcudnn.cudnnConvolutionBwdDataAlgoPerf;

/** gradX from gradY and the filter. */
final class InputGradientPass implements ConvolutionPass {
  @Override
  public String name() {
    return "convolution's input gradient";
  }

  @Override
  public int resultSize(Convolution size) {
    return size.inputSize();
  }

  @Override
  public int algorithms() {
    return cudnnConvolutionBwdDataAlgo.CUDNN_CONVOLUTION_BWD_DATA_ALGO_COUNT;
  }

  @Override
  public String algorithmName(int algorithm) {
    return cudnnConvolutionBwdDataAlgo.stringFor(algorithm);
  }

  @Override
  public boolean transforms(int algorithm) {
    return algorithm >= cudnnConvolutionBwdDataAlgo.CUDNN_CONVOLUTION_BWD_DATA_ALGO_FFT;
  }

  @Override
  public List<Candidate> measure(
      CudnnHandle cudnn,
      ConvolutionDescriptors d,
      Pointer gradY,
      Pointer filter,
      Pointer gradX,
      Pointer workspace,
      long workspaceBytes) {
    cudnnConvolutionBwdDataAlgoPerf[] results = results();
    int[] count = new int[1];
    int status =
        JCudnn.cudnnFindConvolutionBackwardDataAlgorithmEx(
            cudnn.handle(),
            d.filter(),
            filter,
            d.output(),
            gradY,
            d.convolution(),
            d.input(),
            gradX,
            MOST_RESULTS,
            count,
            results,
            workspace,
            workspaceBytes);
    return ConvolutionPass.answered(status, "cudnnFindConvolutionBackwardDataAlgorithmEx", d)
        ? candidates(results, count[0])
        : List.of();
  }

  @Override
  public List<Candidate> guess(CudnnHandle cudnn, ConvolutionDescriptors d) {
    cudnnConvolutionBwdDataAlgoPerf[] results = results();
    int[] count = new int[1];
    int status =
        JCudnn.cudnnGetConvolutionBackwardDataAlgorithm_v7(
            cudnn.handle(),
            d.filter(),
            d.output(),
            d.convolution(),
            d.input(),
            MOST_RESULTS,
            count,
            results);
    return ConvolutionPass.answered(status, "cudnnGetConvolutionBackwardDataAlgorithm_v7", d)
        ? candidates(results, count[0])
        : List.of();
  }

  private static cudnnConvolutionBwdDataAlgoPerf[] results() {
    return Stream.generate(cudnnConvolutionBwdDataAlgoPerf::new)
        .limit(MOST_RESULTS)
        .toArray(cudnnConvolutionBwdDataAlgoPerf[]::new);
  }

  private static List<Candidate> candidates(cudnnConvolutionBwdDataAlgoPerf[] results, int count) {
    return Arrays.stream(results, 0, count)
        .map(r -> Candidate.of(r.algo, r.status, r.determinism))
        .toList();
  }

  @Override
  public int workspaceSize(
      CudnnHandle cudnn, ConvolutionDescriptors d, int algorithm, long[] bytes) {
    return JCudnn.cudnnGetConvolutionBackwardDataWorkspaceSize(
        cudnn.handle(), d.filter(), d.output(), d.convolution(), d.input(), algorithm, bytes);
  }

  @Override
  public int run(
      CudnnHandle cudnn,
      ConvolutionDescriptors d,
      int algorithm,
      Pointer gradY,
      Pointer filter,
      Pointer gradX,
      Pointer workspace,
      long workspaceBytes) {
    return JCudnn.cudnnConvolutionBackwardData(
        cudnn.handle(),
        cudnn.one(),
        d.filter(),
        filter,
        d.output(),
        gradY,
        d.convolution(),
        algorithm,
        workspace,
        workspaceBytes,
        cudnn.zero(),
        d.input(),
        gradX);
  }
}
