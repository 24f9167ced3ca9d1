package ganengine.kernels.cuda.library;

import ganengine.kernels.cuda.library.Toolkit.Missing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says in one line what is missing and what brings it: Python wheels, or Debian packages as NVIDIA
 * names them.
 */
final class Advice {
  private static final String DRIVER =
      "apt-get install nvidia-driver (Debian), ubuntu-drivers install (Ubuntu),"
          + " docker run --gpus all";

  /** The oldest driver for the newest CUDA that we run on. */
  private static final String NEW_DRIVER = "install driver 580 or later";

  private Advice() {}

  /** There is no driver. */
  static String noDriver() {
    return "no NVIDIA driver (%s is not in %s); apt-get install nvidia-driver"
        .formatted(CudaLibrary.DRIVER.soname(0), SearchPlaces.IN_WORDS_FOR_DRIVER);
  }

  /**
   * The driver runs no toolkit that is complete here.
   *
   * @param driver the driver's library
   * @param version of CUDA that it is for: 12040
   * @param lacking the best toolkit that it could run; empty if it is too old for all
   * @param newest the best toolkit for any driver
   */
  static String incomplete(
      FoundLibrary driver, int version, Optional<Toolkit> lacking, Optional<Toolkit> newest) {
    String old =
        String.format(
            Locale.ROOT,
            "the driver is too old: %s runs CUDA %d.%d",
            driver.version(),
            version / 1000,
            version % 1000 / 10);
    if (lacking.isEmpty()) {
      return old + ", 12 or 13 is needed; " + NEW_DRIVER;
    }
    Toolkit toolkit = lacking.get();
    String packages = packages(toolkit.cuda(), toolkit.missing());
    Optional<Toolkit> newer = newest.filter(Toolkit::complete);
    return newer.isPresent()
        ? "%s, the libraries here are for %d; %s, or %s"
            .formatted(old, newer.get().cuda(), NEW_DRIVER, packages)
        : "not found: %s; looked in %s; %s"
            .formatted(toolkit.describeMissing(), SearchPlaces.IN_WORDS, packages);
  }

  /** One line for each library that is not there. */
  static List<String> missing(Toolkit toolkit) {
    return toolkit.missing().stream()
        .map(each -> each.describe(toolkit.cuda()) + ": " + packages(toolkit.cuda(), List.of(each)))
        .toList();
  }

  /** The same for the driver. */
  static String missingDriver() {
    return "driver (%s): %s".formatted(CudaLibrary.DRIVER.soname(0), DRIVER);
  }

  private static String packages(int cuda, List<Missing> missing) {
    return "pip install %s or apt-get install %s"
        .formatted(
            names(missing, library -> wheel(library, cuda)),
            names(missing, library -> debian(library, cuda)));
  }

  private static String names(List<Missing> missing, Function<CudaLibrary, String> name) {
    return missing.stream()
        .map(Missing::library)
        .map(name)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String wheel(CudaLibrary library, int cuda) {
    String suffix = cuda == 12 ? "-cu12" : "";
    return switch (library) {
      case CUBLAS_LT, CUBLAS -> "nvidia-cublas" + suffix;
      case NVRTC, NVRTC_BUILTINS -> "nvidia-cuda-nvrtc" + suffix;
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
