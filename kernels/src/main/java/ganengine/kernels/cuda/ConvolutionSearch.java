package ganengine.kernels.cuda;

import ganengine.kernels.OutOfDeviceMemoryException;
import ganengine.kernels.cuda.ConvolutionPass.Candidate;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jcuda.Pointer;
import jcuda.jcudnn.JCudnn;

/**
 * Finds the algorithms of cuDNN that may compute one pass of one convolution.
 *
 * <p>Usually cuDNN times them all on the card. Which is fastest can differ from run to run, and
 * with it the last bits; so deterministic runs take cuDNN's own order, and so does a convolution
 * first met while a graph is captured, when nothing can run.
 */
final class ConvolutionSearch {
  /** An algorithm that can be run and the workspace it then needs. */
  record Choice(int algorithm, long workspaceBytes) {}

  private static final Logger LOG = System.getLogger("ganengine.kernels.cuda");

  // cudnnStatus_t, where cuDNN 8 and 9 differ; 2001 to 2999 are finer kinds of BAD_PARAM.
  private static final int BAD_PARAM_8 = 3;
  private static final int ALLOC_FAILED_8 = 4;
  private static final int BAD_PARAM = 2000;
  private static final int ALLOC_FAILED = 4003;

  private final Cuda cuda;
  private final CudnnHandle cudnn;
  private final ConvolutionPass pass;
  private final ConvolutionDescriptors descriptors;
  private final boolean exact;
  private final long workspaceLimit;

  /**
   * @param exact whether only algorithms may be chosen that multiply the operands themselves
   * @param workspaceLimit bytes of workspace that an algorithm may have
   */
  ConvolutionSearch(
      Cuda cuda,
      CudnnHandle cudnn,
      ConvolutionPass pass,
      ConvolutionDescriptors descriptors,
      boolean exact,
      long workspaceLimit) {
    this.cuda = cuda;
    this.cudnn = cudnn;
    this.pass = pass;
    this.descriptors = descriptors;
    this.exact = exact;
    this.workspaceLimit = workspaceLimit;
  }

  /** The algorithms in cuDNN's order; runs nothing. */
  ConvolutionPlan guess() {
    return plan(pass.guess(cudnn, descriptors));
  }

  /**
   * The algorithms in the order of their times on these operands, or as {@link #guess} if there is
   * no memory to try them in. The result goes to a scratch buffer.
   *
   * @param resultBytes how large that is
   */
  ConvolutionPlan measure(CudaBuffer first, CudaBuffer second, long resultBytes) {
    CudaBuffer result = orNull(Workspace.rounded(resultBytes));
    if (result == null) {
      return guess();
    }
    CudaBuffer workspace = workspace();
    try {
      return plan(
          pass.measure(
              cudnn,
              descriptors,
              first.pointer(),
              second.pointer(),
              result.pointer(),
              workspace == null ? new Pointer() : workspace.pointer(),
              workspace == null ? 0 : workspace.length()));
    } finally {
      if (workspace != null) {
        cuda.release(workspace);
      }
      cuda.release(result);
    }
  }

  /** As much as the neediest algorithm wants, or as the card has; null for none. */
  private CudaBuffer workspace() {
    long bytes = 0;
    for (int algorithm = 0; algorithm < pass.algorithms(); algorithm++) {
      long wanted = exact && pass.transforms(algorithm) ? 0 : workspaceSize(algorithm);
      bytes = wanted > workspaceLimit ? bytes : Math.max(bytes, wanted);
    }
    if (bytes == 0) {
      return null;
    }
    // Algorithms that need more than there is are refused in the search.
    CudaBuffer workspace = null;
    for (long size = Workspace.rounded(bytes); size >= Workspace.SMALLEST; size /= 2) {
      workspace = orNull(size);
      if (workspace != null) {
        break;
      }
    }
    return workspace;
  }

  private CudaBuffer orNull(long bytes) {
    try {
      return cuda.scratch(bytes);
    } catch (OutOfDeviceMemoryException full) {
      LOG.log(Level.DEBUG, "search for the {0} goes without: {1}", pass.name(), full.getMessage());
      return null;
    }
  }

  /** -1 if the algorithm can't do it at all. */
  private long workspaceSize(int algorithm) {
    long[] bytes = new long[1];
    return pass.workspaceSize(cudnn, descriptors, algorithm, bytes) == 0 ? bytes[0] : -1;
  }

  private ConvolutionPlan plan(List<Candidate> candidates) {
    Map<Integer, Choice> choices = new LinkedHashMap<>();
    Map<Integer, String> refusals = new TreeMap<>();
    int broken = 0;
    for (Candidate candidate : candidates) {
      int algorithm = candidate.algorithm();
      String refusal = refusal(candidate);
      if (refusal == null) {
        choices.putIfAbsent(algorithm, new Choice(algorithm, workspaceSize(algorithm)));
      } else {
        refusals.put(algorithm, pass.algorithmName(algorithm) + " " + refusal);
        broken = failure(candidate.status()) ? candidate.status() : broken;
      }
    }
    String words = String.join("; ", refusals.values());
    if (choices.isEmpty() && broken != 0) {
      throw new CudaException(
          broken, "cuDNN fails at the %s of %s: %s".formatted(pass.name(), descriptors, words));
    }
    return new ConvolutionPlan(
        cuda, cudnn, pass, descriptors, List.copyOf(choices.values()), words);
  }

  /** Why not, or null. */
  private String refusal(Candidate candidate) {
    if (candidate.status() != 0) {
      return "says " + JCudnn.cudnnGetErrorString(candidate.status());
    }
    if (cuda.deterministic() && !candidate.deterministic()) {
      return "is not deterministic";
    }
    if (exact && pass.transforms(candidate.algorithm())) {
      return "is not exact enough for fp32";
    }
    // The time may be that of another way to multiply than the one that the descriptor allows.
    long bytes = workspaceSize(candidate.algorithm());
    if (bytes < 0) {
      return "has no workspace size";
    }
    return bytes > workspaceLimit ? "needs %,d bytes of workspace".formatted(bytes) : null;
  }

  /** Whether a status means more than that this algorithm is none for this convolution. */
  private static boolean failure(int status) {
    return switch (status) {
      case 0, BAD_PARAM_8, ALLOC_FAILED_8, ALLOC_FAILED -> false;
      default -> status / 1000 != BAD_PARAM / 1000 && !Status.notSupported(status);
    };
  }
}
