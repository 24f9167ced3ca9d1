package ganengine.kernels.cuda.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loading, each time in a process of its own: what is loaded into one can't be taken out. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CudaLibrariesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"12, as it is", "13, relinked"})
  void theEmulationAnswersUnderEitherMajorVersion(int cuda, String how) throws Exception {
    Path libraries = emulation(cuda);

    assertThat(run(libraries))
        .startsWith(
            "problem none",
            "second time the same true",
            "DRIVER 1 as it is " + libraries.resolve("libcuda.so.1"))
        .contains("CUBLAS %d %s %s".formatted(cuda, how, libraries.resolve("libcublas.so." + cuda)))
        .anyMatch(line -> line.matches("NVRTC \\d+\\.\\d+ " + how + " .*"))
        .anyMatch(line -> line.matches("CUDNN 9\\.\\d+\\.\\d+ as it is .*"))
        .contains("cuInit 0", "cuDriverGetVersion 0 13000")
        .contains("cublasCreate 0", "cublasDestroy 0", "cudnnGetVersion 9", "nvrtcVersion 0")
        .contains("temporary files unchanged true", "left behind 0")
        .noneMatch(line -> line.startsWith("missing"));
  }

  @Test
  void aDamagedDriverIsOneLine() throws Exception {
    Files.write(folder.resolve("libcuda.so.1"), TinyElf.needing("libnowhere.so.1"));

    List<String> lines = run(folder);
    assertThat(lines.get(0))
        .startsWith("problem a library can't be loaded: ")
        .contains("libcuda.so.1");
    assertThat(lines).contains("second time the same true", "temporary files unchanged true");
    assertThat(lines).contains("left behind 0");
  }

  @Test
  void aDamagedLibraryIsOneLineToo() throws Exception {
    Path libraries = emulation(12);
    Files.write(libraries.resolve("libcudnn.so.9"), TinyElf.needing("libnowhere.so.1"));

    assertThat(run(libraries).get(0))
        .startsWith("problem a library can't be loaded: ")
        .contains("libcudnn.so.9");
  }

  /** A copy of the emulation, its cuBLAS and NVRTC renamed to that major version. */
  private Path emulation(int cuda) throws IOException {
    String built = System.getProperty("ganengine.emulation", "");
    Path emulation = Path.of(built);
    assumeTrue(
        !built.isEmpty() && Files.exists(emulation.resolve("libcudnn.so.9")),
        "the emulation is not built: there is no g++");
    Path copy = Files.createDirectory(folder.resolve("emulation"));
    for (String name : List.of("libcuda.so.1", "libcudnn.so.9")) {
      Files.copy(emulation.resolve(name), copy.resolve(name));
    }
    for (String stem : List.of("libcublas.so.", "libnvrtc.so.")) {
      byte[] library = Files.readAllBytes(emulation.resolve(stem + 12));
      byte[] renamed = cuda == 12 ? library : Relinker.relink(library, stem + 12, stem + cuda);
      Files.write(copy.resolve(stem + cuda), renamed);
    }
    return copy;
  }

  private List<String> run(Path libraries) throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-D" + CudaLibraries.PATH_PROPERTY + "=" + libraries,
                "-cp",
                System.getProperty("java.class.path"),
                LoadingProgram.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(out.toFile()))
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readAllLines(out);
  }
}
