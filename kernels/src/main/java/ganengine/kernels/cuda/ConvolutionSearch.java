package ganengine.kernels.cuda;

import ganengine.kernels.OutOfDeviceMemoryException;
import ganengine.kernels.cuda.ConvolutionPass.Candidate;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
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
  private static final int ALLOC_FAILED_8 = 4;
  private static final int ALLOC_FAILED = 4003;

  private final Cuda cuda;
  private final CudnnHandle cudnn;
  private final ConvolutionPass pass;
  private final ConvolutionDescriptors descriptors;
  private final boolean exact;
  private final long workspaceLimit;

  /** By algorithm; those that can't do this convolution with these descriptors are not in it. */
  private final Map<Integer, Long> workspaces = new HashMap<>();

  /** By algorithm: what is against it. */
  private final Map<Integer, String> refusals = new TreeMap<>();

  /**
   * @param exact whether only algorithms may be chosen that multiply the operands themselves
   * @param workspaceLimit bytes of workspace that an algorithm may have
   * @throws CudaException if cuDNN can't make sense of the descriptors
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
    askForWorkspaces();
  }

  private void askForWorkspaces() {
    boolean unsupported = false;
    int status = 0;
    for (int algorithm = 0; algorithm < pass.algorithms(); algorithm++) {
      long[] bytes = new long[1];
      status = pass.workspaceSize(cudnn, descriptors, algorithm, bytes);
      if (status == 0) {
        workspaces.put(algorithm, bytes[0]);
      } else {
        refuse(algorithm, "says " + JCudnn.cudnnGetErrorString(status));
        unsupported |= Status.notSupported(status);
      }
    }
    if (workspaces.isEmpty() && !unsupported) {
      throw failure(status);
    }
  }

  private void refuse(int algorithm, String why) {
    refusals.putIfAbsent(algorithm, pass.algorithmName(algorithm) + " " + why);
  }

  private CudaException failure(int status) {
    return new CudaException(
        status,
        "cuDNN fails at the %s of %s: %s"
            .formatted(pass.name(), descriptors, String.join("; ", refusals.values())));
  }

  /** The algorithms in cuDNN's order; runs nothing. */
  ConvolutionPlan guess() {
    return plan(() -> pass.guess(cudnn, descriptors));
  }

  /**
   * The algorithms in the order of their times on these operands, or as {@link #guess} if there is
   * no memory to try them in. The result goes to a scratch buffer.
   *
   * @param resultBytes how large that is
   */
  ConvolutionPlan measure(CudaBuffer first, CudaBuffer second, long resultBytes) {
    CudaBuffer result = scratchOrNull(Workspace.rounded(resultBytes));
    if (result == null) {
      return guess();
    }
    CudaBuffer workspace = workspace();
    try {
      return plan(
          () ->
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
    for (Map.Entry<Integer, Long> wanted : workspaces.entrySet()) {
      boolean eligible =
          wanted.getValue() <= workspaceLimit && !(exact && pass.transforms(wanted.getKey()));
      bytes = eligible ? Math.max(bytes, wanted.getValue()) : bytes;
    }
    CudaBuffer workspace = null;
    if (bytes > 0) {
      // Algorithms that need more than there is are refused in the search.
      for (long size = Workspace.rounded(bytes);
          workspace == null && size >= Workspace.SMALLEST;
          size /= 2) {
        workspace = scratchOrNull(size);
      }
    }
    return workspace;
  }

  private CudaBuffer scratchOrNull(long bytes) {
    try {
      return cuda.scratch(bytes);
    } catch (OutOfDeviceMemoryException full) {
      LOG.log(Level.DEBUG, "search for the {0} goes without: {1}", pass.name(), full.getMessage());
      return null;
    }
  }

  private ConvolutionPlan plan(Supplier<List<Candidate>> search) {
    Map<Integer, Choice> choices = new LinkedHashMap<>();
    int broken = 0;
    for (Candidate candidate : workspaces.isEmpty() ? List.<Candidate>of() : answer(search)) {
      int algorithm = candidate.algorithm();
      String refusal = refusal(candidate);
      if (refusal == null) {
        choices.putIfAbsent(algorithm, new Choice(algorithm, workspaces.get(algorithm)));
      } else {
        refuse(algorithm, refusal);
        broken = broke(candidate.status()) ? candidate.status() : broken;
      }
    }
    if (choices.isEmpty() && broken != 0) {
      throw failure(broken);
    }
    return new ConvolutionPlan(
        cuda,
        cudnn,
        pass,
        descriptors,
        List.copyOf(choices.values()),
        String.join("; ", refusals.values()));
  }

  private List<Candidate> answer(Supplier<List<Candidate>> search) {
    try {
      return search.get();
    } catch (ArrayIndexOutOfBoundsException e) {
      // A search that fails leaves the number of its results unwritten; JCuda reads it all the
      // same.
      throw new CudaException(
          -1, "cuDNN's search for the %s of %s failed".formatted(pass.name(), descriptors));
    }
  }

  /** What is against it, or null. */
  private String refusal(Candidate candidate) {
    // The answer may be about another way to multiply than the one that the descriptor allows.
    if (!workspaces.containsKey(candidate.algorithm())) {
      return "doesn't take this way to multiply";
    }
    if (candidate.status() != 0) {
      return "says " + JCudnn.cudnnGetErrorString(candidate.status());
    }
    if (cuda.deterministic() && !candidate.deterministic()) {
      return "is not deterministic";
    }
    if (exact && pass.transforms(candidate.algorithm())) {
      return "is not exact enough for fp32";
    }
    long bytes = workspaces.get(candidate.algorithm());
    return bytes > workspaceLimit ? "needs %,d bytes of workspace".formatted(bytes) : null;
  }

  /** Whether an algorithm that can do this convolution failed at it, with memory enough. */
  private static boolean broke(int status) {
    return status != 0
        && status != ALLOC_FAILED_8
        && status != ALLOC_FAILED
        && !Status.notSupported(status);
  }
}
