package ganengine.kernels.cuda;

import java.util.Arrays;
import java.util.stream.Collectors;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import jcuda.jcublas.cublasStatus;
import jcuda.jcudnn.JCudnn;
import jcuda.nvrtc.JNvrtc;

/**
 * What every call to the driver and its libraries goes through: nothing is left unchecked. A
 * failure's message names the call, its arguments and the library's own words.
 */
final class Status {
  private Status() {}

  /**
   * For {@code cu...} calls.
   *
   * @throws CudaException unless the call succeeded
   */
  static void driver(int status, String call, Object... arguments) {
    if (status != CUresult.CUDA_SUCCESS) {
      throw failure(status, call, arguments, CUresult.stringFor(status) + driverWords(status));
    }
  }

  private static String driverWords(int status) {
    String[] words = new String[1];
    int found = JCudaDriver.cuGetErrorString(status, words);
    return found == CUresult.CUDA_SUCCESS && words[0] != null ? ": " + words[0] : "";
  }

  /** For {@code cublas...} calls; errors as {@link #driver}. */
  static void cublas(int status, String call, Object... arguments) {
    if (status != cublasStatus.CUBLAS_STATUS_SUCCESS) {
      throw failure(status, call, arguments, cublasStatus.stringFor(status));
    }
  }

  /** For {@code cudnn...} calls; errors as {@link #driver}. */
  static void cudnn(int status, String call, Object... arguments) {
    if (status != 0) {
      // JCudnn's own names are those of cuDNN 8: the library is asked.
      throw failure(status, call, arguments, JCudnn.cudnnGetErrorString(status));
    }
  }

  /** Whether cuDNN says that it has no such computation: 9 before cuDNN 9, 3000 to 3999 since. */
  static boolean notSupported(int cudnnStatus) {
    return cudnnStatus == 9 || cudnnStatus / 1000 == 3;
  }

  /** For {@code nvrtc...} calls; errors as {@link #driver}. */
  static void nvrtc(int status, String call, Object... arguments) {
    if (status != 0) {
      throw failure(status, call, arguments, JNvrtc.nvrtcGetErrorString(status));
    }
  }

  private static CudaException failure(
      int status, String call, Object[] arguments, String libraryWords) {
    String given = Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", "));
    return new CudaException(
        status, "%s(%s) failed with %d, %s".formatted(call, given, status, libraryWords));
  }
}
