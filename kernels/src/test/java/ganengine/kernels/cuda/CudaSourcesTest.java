package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every .cu file compiles in both variants for all cards that CUDA 13 knows, without a warning and
 * without a register spilt to memory. Machine code is made for each card; the code before it
 * differs only between those without and with bfloat16 instructions (__CUDA_ARCH__ below and from
 * 800), as ours does.
 */
class CudaSourcesTest {
  private static final Path SOURCES = Path.of("src/main/cuda");
  private static final List<String> CARDS =
      List.of(
          "-gencode=arch=compute_75,code=sm_75",
          "-gencode=arch=compute_80,code=[sm_80,sm_86,sm_89,sm_90,sm_100,sm_120]");

  @TempDir private Path folder;

  @Test
  void compileForAllCardsWithoutWarningsOrSpills() throws IOException, InterruptedException {
    assumeTrue(nvccIsHere(), "no nvcc on the path: the kernels' compile check is skipped");
    Compilation fp32 = compilation("fp32");
    Compilation bf16 = compilation("bf16", "-DGAN_BF16");
    assertCompiled(fp32);
    assertCompiled(bf16);
  }

  private static boolean nvccIsHere() throws InterruptedException {
    try {
      Process version =
          new ProcessBuilder("nvcc", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return version.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private record Compilation(Process process, Path log) {}

  private Compilation compilation(String variant, String... options) throws IOException {
    Path outputs = Files.createDirectory(folder.resolve(variant));
    Path log = folder.resolve(variant + ".log");
    List<String> command = new ArrayList<>(List.of("nvcc", "-fatbin"));
    command.addAll(CARDS);
    command.addAll(List.of("-Xptxas=-v,-warn-spills", "-Werror=all-warnings"));
    command.addAll(List.of("-I", SOURCES.toAbsolutePath().toString()));
    command.addAll(List.of(options));
    command.addAll(files());
    return new Compilation(
        new ProcessBuilder(command)
            .directory(outputs.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start(),
        log);
  }

  private static List<String> files() {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      return sources
          .filter(file -> file.toString().endsWith(".cu"))
          .map(file -> file.toAbsolutePath().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertCompiled(Compilation compilation)
      throws IOException, InterruptedException {
    int exit = compilation.process().waitFor();
    List<String> words = Files.readAllLines(compilation.log(), StandardCharsets.UTF_8);
    assertThat(words.stream().filter(CudaSourcesTest::complains)).isEmpty();
    assertThat(exit).isZero();
    assertThat(words.stream().filter(line -> line.contains("Compiling entry function")))
        .hasSizeGreaterThan(files().size());
  }

  private static boolean complains(String line) {
    boolean spills =
        line.contains("spill") && !line.contains("0 bytes spill stores, 0 bytes spill");
    return spills || line.contains("warning") || line.contains("error");
  }
}
