package ganengine.kernels.cuda;

import ganengine.kernels.cuda.library.CudaLibraries;
import java.util.Optional;
import jcuda.driver.CUcontext;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** Whether the first card can be computed on. */
final class CardCheck {
  /** What a training step of the smallest networks takes, libraries included. */
  private static final long LEAST_FREE_BYTES = 300L << 20;

  private static Optional<String> problem;

  private CardCheck() {}

  /**
   * Why the card can't be used, in one line; empty if it can. Asked once in a process: the card's
   * context, which takes long to make, is kept for the device to take over. The libraries must be
   * loaded.
   */
  static synchronized Optional<String> problem() {
    if (problem == null) {
      problem = check();
    }
    return problem;
  }

  private static Optional<String> check() {
    int status = JCudaDriver.cuInit(0);
    int[] cards = new int[1];
    if (status == CUresult.CUDA_SUCCESS) {
      status = JCudaDriver.cuDeviceGetCount(cards);
    }
    if (status != CUresult.CUDA_SUCCESS || cards[0] == 0) {
      return Optional.of(noCard(status));
    }
    Card card = Card.of(0);
    Optional<String> tooOld = tooOld(card, CudaLibraries.major().orElseThrow());
    if (tooOld.isPresent()) {
      return tooOld;
    }
    CUcontext context = new CUcontext();
    status = JCudaDriver.cuDevicePrimaryCtxRetain(context, card.device());
    if (status == CUresult.CUDA_SUCCESS) {
      status = JCudaDriver.cuCtxSetCurrent(context);
    }
    if (status != CUresult.CUDA_SUCCESS) {
      return Optional.of(noContext(card, status));
    }
    return full(card, freeBytes());
  }

  /** Free bytes on the card; the check must have passed. */
  static long freeBytes() {
    long[] free = new long[1];
    long[] total = new long[1];
    Status.driver(JCudaDriver.cuMemGetInfo(free, total), "cuMemGetInfo");
    return free[0];
  }

  /** What the driver's answer to the question for cards means. */
  static String noCard(int status) {
    return switch (status) {
      case CUresult.CUDA_SUCCESS, CUresult.CUDA_ERROR_NO_DEVICE ->
          "no NVIDIA card that the driver can see; check nvidia-smi and CUDA_VISIBLE_DEVICES,"
              + " start a container with --gpus all";
      case CUresult.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH ->
          "the driver's library and its kernel module are of different versions; restart the"
              + " machine";
      case CUresult.CUDA_ERROR_STUB_LIBRARY ->
          "libcuda.so.1 is the toolkit's stub, not the driver's; take its folder out of"
              + " LD_LIBRARY_PATH";
      default ->
          "the driver doesn't start: %s; check nvidia-smi".formatted(CUresult.stringFor(status));
    };
  }

  /**
   * Why the libraries don't support the card; empty if they do.
   *
   * @param cuda the libraries' major version: 13 begins with Turing, 12 with Maxwell
   */
  static Optional<String> tooOld(Card card, int cuda) {
    int oldest = cuda >= 13 ? 75 : 50;
    if (card.capability() >= oldest) {
      return Optional.empty();
    }
    String way =
        card.capability() >= 50
            ? "; CUDA 12 supports it: pip install nvidia-cublas-cu12 nvidia-cuda-nvrtc-cu12"
                + " nvidia-cudnn-cu12, and name their folder with --cuda-path"
            : "";
    return Optional.of(
        "%s is too old: compute capability %s, CUDA %d begins with %d.%d%s"
            .formatted(card.name(), card.capabilityText(), cuda, oldest / 10, oldest % 10, way));
  }

  /** Why no context can be made on the card. */
  static String noContext(Card card, int status) {
    return status == CUresult.CUDA_ERROR_OUT_OF_MEMORY
        ? taken(card, "none")
        : "%s can't be taken: %s; check nvidia-smi"
            .formatted(card.name(), CUresult.stringFor(status));
  }

  /** Whether other programs hold the card's memory. */
  static Optional<String> full(Card card, long freeBytes) {
    return freeBytes < LEAST_FREE_BYTES
        ? Optional.of(taken(card, mebibytes(freeBytes)))
        : Optional.empty();
  }

  private static String taken(Card card, String free) {
    return "the memory of %s is taken: %s of %s free; nvidia-smi lists the programs that hold it"
        .formatted(card.name(), free, mebibytes(card.memory()));
  }

  /** A card's memory in words: {@code 1,024 MiB}. */
  static String mebibytes(long bytes) {
    return "%,d MiB".formatted(bytes >> 20);
  }
}
