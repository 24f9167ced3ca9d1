package ganengine.kernels.cuda.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where libraries are found and which are taken, on made-up machines. */
class LibrarySearchTest {
  private static final String DEBIAN = "/usr/lib/x86_64-linux-gnu";
  private static final String CUDNN = "libcudnn.so.9";

  @TempDir Path root;
  private MadeUpMachine machine;

  @BeforeEach
  void anEmptyMachine() {
    machine = new MadeUpMachine(root);
  }

  @Test
  void anEmptyMachineHasNothing() {
    assertThat(machine.search().driver()).isEmpty();
    Toolkit none = machine.search().toolkit(13).orElseThrow();
    assertThat(none.found()).isEmpty();
    assertThat(none.missing())
        .extracting(Toolkit.Missing::library)
        .containsExactly(CudaLibrary.CUBLAS, CudaLibrary.NVRTC, CudaLibrary.CUDNN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DEBIAN,
        DEBIAN + "/nvidia/current",
        "/usr/lib64",
        "/usr/lib/wsl/lib",
        "/usr/local/nvidia/lib64"
      })
  void aDriverInASystemFolder(String folder) {
    machine.library(folder, "libcuda.so.1");

    assertThat(machine.search().driver().orElseThrow().path())
        .isEqualTo(machine.at(folder + "/libcuda.so.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/local/cuda/lib64",
        "/usr/local/cuda-13.1/targets/x86_64-linux/lib",
        "/usr/local/lib/python3.12/dist-packages/nvidia/cu13/lib",
        "/usr/lib/python3/dist-packages/nvidia/cu13/lib",
        "/home/me/.local/lib/python3.11/site-packages/nvidia/cu13/lib",
        "/home/me/.pyenv/versions/3.12.1/lib/python3.12/site-packages/nvidia/cu13/lib",
        "/home/me/venv/lib/python3.12/site-packages/nvidia/cu13/lib",
        "/opt/conda/lib/python3.12/site-packages/nvidia/cu13/lib",
        "/opt/python/lib/python3.13/site-packages/nvidia/cu13/lib",
        DEBIAN
      })
  void aToolkitInEachUsualPlace(String folder) {
    machine.variable("HOME", "/home/me").variable("VIRTUAL_ENV", "/home/me/venv");
    machine.variable("PATH", "/usr/bin:/opt/python/bin");
    machine.toolkit(folder, 13).library(folder, CUDNN);

    assertTaken(13, folder, folder, folder);
  }

  @Test
  void theWheelsOfCuda12EachInAFolderOfItsOwn() {
    machine.variable("HOME", "/home/me");
    String nvidia = "/home/me/.local/lib/python3.11/site-packages/nvidia";
    machine.library(nvidia + "/cublas/lib", "libcublas.so.12");
    machine.library(nvidia + "/cuda_nvrtc/lib", "libnvrtc.so.12", "libnvrtc-builtins.so.12.6");
    machine.library(nvidia + "/cudnn/lib", CUDNN);
    machine.file(nvidia + "/../nvidia_cudnn_cu12-9.5.1.17.dist-info/METADATA", new byte[0]);
    machine.file(nvidia + "/../nvidia_cublas_cu12-12.6.4.1.dist-info/METADATA", new byte[0]);

    assertTaken(12, nvidia + "/cublas/lib", nvidia + "/cuda_nvrtc/lib", nvidia + "/cudnn/lib");
    Toolkit toolkit = machine.search().toolkit(13).orElseThrow();
    assertThat(toolkit.found())
        .extracting(FoundLibrary::version)
        .containsExactly("12.6.4.1", "12.6", "12", "9.5.1.17");
  }

  @ParameterizedTest
  @CsvSource({"13, 13", "14, 13", "12, 12"})
  void theNewestThatTheDriverRuns(int driver, int taken) {
    machine.toolkit("/usr/local/cuda-12.4/lib64", 12).toolkit("/usr/local/cuda-13.0/lib64", 13);
    machine.library(DEBIAN, CUDNN);

    assertThat(machine.search().toolkit(driver).orElseThrow().cuda()).isEqualTo(taken);
    assertThat(machine.search().toolkit(11)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CUDA_HOME", "CUDA_PATH", "--cuda-path"})
  void whatTheUserNamesWinsOverANewerOne(String way) {
    machine.toolkit("/usr/local/cuda/lib64", 13).library(DEBIAN, CUDNN);
    machine.toolkit("/opt/mine/lib64", 12);
    if (way.equals("--cuda-path")) {
      machine.option("/opt/nothing:/opt/mine");
    } else {
      machine.variable(way, "/opt/mine");
    }

    assertTaken(12, "/opt/mine/lib64", "/opt/mine/lib64", DEBIAN);
  }

  @Test
  void theOptionMayNameOnlyCudnn() {
    machine.toolkit("/usr/local/cuda/lib64", 13).library(DEBIAN, CUDNN);
    machine.library("/opt/cudnn/lib", CUDNN).option("/opt/cudnn");

    assertTaken(13, "/usr/local/cuda/lib64", "/usr/local/cuda/lib64", "/opt/cudnn/lib");
  }

  @Test
  void theLibraryPathComesBeforeTheToolkits() {
    machine.toolkit("/usr/local/cuda/lib64", 13).library(DEBIAN, CUDNN);
    machine.toolkit("/opt/other", 13).variable("LD_LIBRARY_PATH", "/nowhere::/opt/other");

    assertTaken(13, "/opt/other", "/opt/other", DEBIAN);
  }

  @Test
  void neverCublasOfOneMajorVersionWithNvrtcOfAnother() {
    machine.library("/usr/local/cuda/lib64", "libcublas.so.13", "libnvrtc.so.12");
    machine.library(DEBIAN, CUDNN);

    Toolkit toolkit = machine.search().toolkit(13).orElseThrow();
    assertThat(toolkit.complete()).isFalse();
    assertThat(toolkit.describeMissing()).isEqualTo("NVRTC (libnvrtc.so.13)");
  }

  @Test
  void aCudnnForAnotherCudaIsPassedOver() {
    String packages = "/usr/local/lib/python3.12/dist-packages";
    machine.toolkit("/usr/local/cuda/lib64", 13);
    machine.library(packages + "/nvidia/cudnn/lib", CUDNN);
    machine.file(packages + "/nvidia_cudnn_cu12-9.5.1.17.dist-info/METADATA", new byte[0]);
    assertThat(machine.search().toolkit(13).orElseThrow().describeMissing())
        .startsWith("cuDNN (libcudnn.so.9; ")
        .endsWith(packages + "/nvidia/cudnn/lib/libcudnn.so.9 is not for CUDA 13)");

    machine.library(DEBIAN, CUDNN);
    assertTaken(13, "/usr/local/cuda/lib64", "/usr/local/cuda/lib64", DEBIAN);
  }

  @Test
  void aCudnnThatTellsItsCudaOnlyInItsParts() {
    machine.toolkit("/usr/local/cuda/lib64", 13).library(DEBIAN, CUDNN);
    byte[] part = "...\0libcublasLt.so.12\0...".getBytes(StandardCharsets.US_ASCII);
    machine.file(DEBIAN + "/libcudnn_graph.so.9", part);
    assertThat(machine.search().toolkit(13).orElseThrow().complete()).isFalse();

    machine.toolkit("/usr/local/cuda-12.6/lib64", 12);
    assertThat(machine.search().toolkit(13).orElseThrow().cuda()).isEqualTo(12);
  }

  @Test
  void cublasBringsItsLowerHalf() {
    String folder = "/usr/local/cuda/lib64";
    machine.library(folder, "libnvrtc.so.13").library(DEBIAN, CUDNN, "libcublasLt.so.13");
    machine.file(folder + "/libcublas.so.13", TinyElf.needing("libc.so.6", "libcublasLt.so.13"));
    assertThat(machine.search().toolkit(13).orElseThrow().found().get(0).path())
        .isEqualTo(machine.at(DEBIAN + "/libcublasLt.so.13"));

    machine.library(folder, "libcublasLt.so.13");
    assertThat(machine.search().toolkit(13).orElseThrow().found().get(0).path())
        .isEqualTo(machine.at(folder + "/libcublasLt.so.13"));
  }

  @Test
  void aMissingLowerHalfIsMissed() {
    machine.library(DEBIAN, "libnvrtc.so.13", CUDNN);
    machine.file(DEBIAN + "/libcublas.so.13", TinyElf.needing("libcublasLt.so.13"));

    assertThat(machine.search().toolkit(13).orElseThrow().describeMissing())
        .isEqualTo("cuBLASLt (libcublasLt.so.13)");
  }

  @Test
  void aTextABrokenLinkAFolderAndAnotherMachinesLibraryAreNoLibraries() {
    machine.option("/a:/b:/c:/d").library(DEBIAN, CUDNN);
    machine.file("/a/libcudnn.so.9", "INPUT(libcudnn.so)".getBytes(StandardCharsets.US_ASCII));
    machine.link("/b/libcudnn.so.9", "libcudnn.so.9.5.1");
    machine.file("/c/libcudnn.so.9/file", new byte[0]);
    byte[] arm = TinyElf.needing();
    arm[18] = (byte) 183;
    machine.file("/d/libcudnn.so.9", arm);

    assertThat(cudnn().path()).isEqualTo(machine.at(DEBIAN + "/libcudnn.so.9"));
  }

  @Test
  void aFolderThatCannotBeReadIsPassedOver() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root reads everything");
    machine.library("/usr/local/cuda-13.0/lib64", CUDNN).library(DEBIAN, CUDNN);
    Path closed = machine.at("/usr/local");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assertThat(cudnn().path()).isEqualTo(machine.at(DEBIAN + "/libcudnn.so.9"));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void theVersionIsReadOffTheFileBehindTheLink() {
    machine.library(DEBIAN, "libcudnn.so.9.5.1").link(DEBIAN + "/" + CUDNN, "libcudnn.so.9.5.1");

    assertThat(cudnn().version()).isEqualTo("9.5.1");
    assertThat(cudnn().path()).isEqualTo(machine.at(DEBIAN + "/" + CUDNN));
  }

  @Test
  void theToolkitsStubIsNoDriver() {
    machine.library("/usr/local/cuda/lib64/stubs", "libcuda.so.1");
    machine.variable("LD_LIBRARY_PATH", "/usr/local/cuda/lib64/stubs");

    assertThat(machine.search().driver()).isEmpty();
  }

  private FoundLibrary cudnn() {
    return machine.search().toolkit(13).orElseThrow().found().stream()
        .filter(library -> library.library() == CudaLibrary.CUDNN)
        .findFirst()
        .orElseThrow();
  }

  private void assertTaken(int cuda, String cublas, String nvrtc, String cudnn) {
    Toolkit toolkit = machine.search().toolkit(13).orElseThrow();
    assertThat(toolkit.missing()).isEmpty();
    assertThat(toolkit.cuda()).isEqualTo(cuda);
    List<Path> folders =
        toolkit.found().stream()
            .filter(library -> library.library() != CudaLibrary.NVRTC_BUILTINS)
            .map(library -> library.path().getParent())
            .toList();
    assertThat(folders).containsExactly(machine.at(cublas), machine.at(nvrtc), machine.at(cudnn));
  }
}
