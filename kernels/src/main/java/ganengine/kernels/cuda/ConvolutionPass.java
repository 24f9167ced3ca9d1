package ganengine.kernels.cuda;

import ganengine.kernels.Convolution;
import java.util.List;
import jcuda.Pointer;
import jcuda.jcudnn.cudnnDeterminism;

/**
 * One of the three passes of convolution as cuDNN has it: two operands in, one out, in the order of
 * {@link ganengine.kernels.ConvolutionKernels}. Each pass has its own numbering of algorithms.
 */
interface ConvolutionPass {
  /** cuDNN may return an algorithm once for each way of multiplying. */
  int MOST_RESULTS = 32;

  /** For people. */
  String name();

  /** Elements of the result. */
  int resultSize(Convolution size);

  /** How many algorithms there are: 0 to this, exclusive. */
  int algorithms();

  /** cuDNN's name of an algorithm. */
  String algorithmName(int algorithm);

  /** Whether it multiplies transformed operands (Winograd, FFT), which costs digits. */
  boolean transforms(int algorithm);

  /** All algorithms timed on the card, the fastest first; overwrites result and workspace. */
  List<Candidate> measure(
      CudnnHandle cudnn,
      ConvolutionDescriptors descriptors,
      Pointer first,
      Pointer second,
      Pointer result,
      Pointer workspace,
      long workspaceBytes);

  /** All algorithms in the order in which cuDNN guesses their speed; runs nothing. */
  List<Candidate> guess(CudnnHandle cudnn, ConvolutionDescriptors descriptors);

  /** Writes the workspace that an algorithm needs to {@code bytes[0]}; returns cuDNN's status. */
  int workspaceSize(
      CudnnHandle cudnn, ConvolutionDescriptors descriptors, int algorithm, long[] bytes);

  /** Computes the result; returns cuDNN's status. */
  int run(
      CudnnHandle cudnn,
      ConvolutionDescriptors descriptors,
      int algorithm,
      Pointer first,
      Pointer second,
      Pointer result,
      Pointer workspace,
      long workspaceBytes);

  /**
   * Whether a search has brought an answer; false if cuDNN says that there is no algorithm.
   *
   * @throws CudaException if the search failed
   */
  static boolean answered(int status, String call, ConvolutionDescriptors descriptors) {
    if (Status.notSupported(status)) {
      return false;
    }
    Status.cudnn(status, call, descriptors);
    return true;
  }

  /**
   * What cuDNN says of an algorithm.
   *
   * @param algorithm its number in the pass
   * @param status 0 if it can do this convolution, with the workspace that was given
   * @param deterministic whether it gives the same bits every time
   */
  record Candidate(int algorithm, int status, boolean deterministic) {
    static Candidate of(int algorithm, int status, int determinism) {
      return new Candidate(algorithm, status, determinism == cudnnDeterminism.CUDNN_DETERMINISTIC);
    }
  }
}
