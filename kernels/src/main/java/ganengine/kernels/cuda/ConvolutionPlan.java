package ganengine.kernels.cuda;

import ganengine.kernels.OutOfDeviceMemoryException;
import ganengine.kernels.cuda.ConvolutionSearch.Choice;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import jcuda.Pointer;

/**
 * How one pass of one convolution is computed: the algorithms that can, best first, and how far
 * down that list it has come. It moves on when the memory for an algorithm's workspace is no longer
 * to be had, or when cuDNN refuses what it had offered.
 */
final class ConvolutionPlan implements AutoCloseable {
  private static final Logger LOG = System.getLogger("ganengine.kernels.cuda");

  private static final String SLOW = "no algorithm of cuDNN is left, a slow kernel steps in; ";

  private final Cuda cuda;
  private final CudnnHandle cudnn;
  private final ConvolutionPass pass;
  private final ConvolutionDescriptors descriptors;
  private final List<Choice> choices;
  private final String refusals;
  private int current;

  /**
   * @param choices may be empty
   * @param refusals why it has no others, for people
   */
  ConvolutionPlan(
      Cuda cuda,
      CudnnHandle cudnn,
      ConvolutionPass pass,
      ConvolutionDescriptors descriptors,
      List<Choice> choices,
      String refusals) {
    this.cuda = cuda;
    this.cudnn = cudnn;
    this.pass = pass;
    this.descriptors = descriptors;
    this.choices = choices;
    this.refusals = refusals;
    moveTo(0, "is new");
  }

  private void moveTo(int next, String why) {
    current = next;
    LOG.log(
        exhausted() ? Level.INFO : Level.DEBUG,
        "%s of %s %s: %s"
            .formatted(pass.name(), descriptors, why, exhausted() ? SLOW + refusals : words()));
  }

  private String words() {
    return "takes %s with %,d bytes of workspace"
        .formatted(pass.algorithmName(choice().algorithm()), choice().workspaceBytes());
  }

  /** Whether no algorithm of cuDNN is left. */
  boolean exhausted() {
    return current == choices.size();
  }

  /** The algorithm that the next run takes. */
  Choice choice() {
    return choices.get(current);
  }

  /**
   * Computes the result.
   *
   * @return false if cuDNN refuses what it offered and has nothing else; the result is then as it
   *     was
   * @throws OutOfDeviceMemoryException if the card has no room for any algorithm's workspace
   * @throws CudaException if cuDNN fails
   */
  boolean run(CudaBuffer first, CudaBuffer second, CudaBuffer result) {
    while (!exhausted()) {
      CudaBuffer workspace = workspace();
      int status =
          pass.run(
              cudnn,
              descriptors,
              choice().algorithm(),
              first.pointer(),
              second.pointer(),
              result.pointer(),
              workspace == null ? new Pointer() : workspace.pointer(),
              choice().workspaceBytes());
      if (workspace != null) {
        cuda.release(workspace);
      }
      if (status == 0) {
        return true;
      }
      if (!Status.notSupported(status)) {
        Status.cudnn(status, pass.name(), descriptors, pass.algorithmName(choice().algorithm()));
      }
      moveTo(current + 1, "was refused its algorithm");
    }
    return false;
  }

  /**
   * For the current algorithm, or the next one that memory can be had for; null if it needs none.
   */
  private CudaBuffer workspace() {
    while (true) {
      long bytes = choice().workspaceBytes();
      if (bytes == 0) {
        return null;
      }
      try {
        return cuda.scratch(Workspace.rounded(bytes));
      } catch (OutOfDeviceMemoryException full) {
        moveTo(next(bytes, full), "finds no memory for its algorithm");
      }
    }
  }

  /** The next algorithm that needs less workspace than this. */
  private int next(long bytes, OutOfDeviceMemoryException full) {
    for (int next = current + 1; next < choices.size(); next++) {
      if (choices.get(next).workspaceBytes() < bytes) {
        return next;
      }
    }
    throw full;
  }

  @Override
  public void close() {
    descriptors.close();
  }
}
