package ganengine.kernels.cuda.library;

import ganengine.kernels.cuda.library.Toolkit.Missing;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which packages bring what is missing: Python wheels, or Debian packages of NVIDIA's. */
final class Advice {
  private Advice() {}

  /** For the driver. */
  static String driver() {
    return "apt-get install nvidia-driver (Debian), ubuntu-drivers install (Ubuntu),"
        + " --gpus all (docker run)";
  }

  /** For CUDA's libraries: {@code pip install ... or apt-get install ...}. */
  static String libraries(int cuda, List<Missing> missing) {
    return "pip install %s or apt-get install %s"
        .formatted(
            packages(missing, library -> wheel(library, cuda)),
            packages(missing, library -> debian(library, cuda)));
  }

  private static String packages(List<Missing> missing, Function<CudaLibrary, String> name) {
    return missing.stream()
        .map(Missing::library)
        .map(name)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String wheel(CudaLibrary library, int cuda) {
    String plain = cuda == 12 ? "-cu12" : "";
    return switch (library) {
      case CUBLAS_LT, CUBLAS -> "nvidia-cublas" + plain;
      case NVRTC, NVRTC_BUILTINS -> "nvidia-cuda-nvrtc" + plain;
      case CUDNN -> "nvidia-cudnn-cu" + cuda;
      case DRIVER -> throw new IllegalArgumentException("no wheel brings a driver");
    };
  }

  private static String debian(CudaLibrary library, int cuda) {
    String version = cuda == 12 ? "12-9" : "13-0";
    return switch (library) {
      case CUBLAS_LT, CUBLAS -> "libcublas-" + version;
      case NVRTC, NVRTC_BUILTINS -> "cuda-nvrtc-" + version;
      case CUDNN -> "libcudnn9-cuda-" + cuda;
      case DRIVER -> "nvidia-driver";
    };
  }
}
