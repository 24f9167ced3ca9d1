package ganengine.kernels.cuda.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where something is missing. */
class AdviceTest {
  private static final String CUDA = "/usr/local/cuda/lib64";
  private static final String SYSTEM = "/usr/lib/x86_64-linux-gnu";

  @TempDir Path root;
  private MadeUpMachine machine;

  @BeforeEach
  void aDriver() {
    machine = new MadeUpMachine(root);
    machine.library(SYSTEM, "libcuda.so.550.54.15");
    machine.link(SYSTEM + "/libcuda.so.1", "libcuda.so.550.54.15");
  }

  @Test
  void noDriver() {
    assertThat(Advice.noDriver())
        .isEqualTo(
            "no NVIDIA driver (libcuda.so.1 is not in --cuda-path, the loader's cache,"
                + " LD_LIBRARY_PATH and the system's folders); apt-get install nvidia-driver");
  }

  @Test
  void oneLibraryIsMissing() {
    machine.toolkit(CUDA, 13);

    assertThat(said(13000))
        .startsWith("not found: cuDNN (libcudnn.so.9); looked in --cuda-path, CUDA_HOME, ")
        .endsWith("; pip install nvidia-cudnn-cu13 or apt-get install libcudnn9-cuda-13");
  }

  @Test
  void theLibrariesAreForTheMajorVersionThatTheDriverRuns() {
    machine.library(SYSTEM, "libcudnn.so.9");

    assertThat(said(12040))
        .contains("cuBLAS (libcublas.so.12), NVRTC (libnvrtc.so.12);")
        .endsWith(
            "; pip install nvidia-cublas-cu12 nvidia-cuda-nvrtc-cu12"
                + " or apt-get install libcublas-12-9 cuda-nvrtc-12-9");
  }

  @Test
  void theDriverIsTooOldForTheLibraries() {
    machine.toolkit(CUDA, 13).library(SYSTEM, "libcudnn.so.9");

    assertThat(said(12040))
        .startsWith(
            "the driver is too old: 550.54.15 runs CUDA 12.4, the libraries here are for 13;"
                + " install driver 580 or later, or pip install nvidia-cublas-cu12 ");
  }

  @Test
  void theDriverIsTooOldForAll() {
    assertThat(said(11080))
        .isEqualTo(
            "the driver is too old: 550.54.15 runs CUDA 11.8, 12 or 13 is needed;"
                + " install driver 580 or later");
  }

  @Test
  void doctorHasALineForEach() {
    assertThat(Advice.missing(machine.search().toolkit(12).orElseThrow()))
        .containsExactly(
            "cuBLAS (libcublas.so.12): pip install nvidia-cublas-cu12"
                + " or apt-get install libcublas-12-9",
            "NVRTC (libnvrtc.so.12): pip install nvidia-cuda-nvrtc-cu12"
                + " or apt-get install cuda-nvrtc-12-9",
            "cuDNN (libcudnn.so.9): pip install nvidia-cudnn-cu12"
                + " or apt-get install libcudnn9-cuda-12");
    assertThat(Advice.missingDriver()).startsWith("driver (libcuda.so.1): ");
  }

  private String said(int driverVersion) {
    LibrarySearch search = machine.search();
    Optional<Toolkit> lacking = search.toolkit(driverVersion / 1000);
    Optional<Toolkit> newest = search.toolkit(LibrarySearch.NEWEST);
    return Advice.incomplete(search.driver().orElseThrow(), driverVersion, lacking, newest);
  }
}
