package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of CUDA, where it doesn't work and where it does. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
final class CudaLibrariesIT {
  private static final String WHY = "a library can't be loaded: ";

  @TempDir Path folder;
  private Path broken;

  /** Any machine has this driver first, and nothing can be loaded after it. */
  @BeforeEach
  void breakTheDriver() throws IOException {
    broken = Files.createDirectory(folder.resolve("broken"));
    ByteBuffer library = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    // ELF's header for a shared library of x86-64, and one program header: stacks not executable,
    // which Java would warn of; but nothing to load.
    library.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1);
    library.putShort(16, (short) 3).putShort(18, (short) 62).putInt(20, 1);
    library.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 1);
    library.putInt(64, 0x6474e551).putInt(68, 6);
    Files.write(broken.resolve("libcuda.so.1"), library.array());
  }

  @Test
  void askedForAndUnusableIsOneLineAndExitCode1() throws Exception {
    try (GanProcess train =
        start("train", "--device", "cuda", "--cuda-path", broken.toString(), "--out", "run")) {
      assertThat(train.exitCode()).isEqualTo(1);
      assertThat(train.out()).isEmpty();
      assertThat(train.err().lines())
          .singleElement()
          .asString()
          .startsWith("gan-engine: device cuda can't be used: " + WHY)
          .contains(broken.resolve("libcuda.so.1").toString());
      assertThat(folder.resolve("run")).doesNotExist();
    }
  }

  @Test
  void autoGoesToTheCpuAndSaysWhy() throws Exception {
    try (GanProcess train =
        start("train", "--cuda-path", broken.toString(), "--steps", "1", "--out", "run")) {
      assertThat(train.exitCode()).as(train.err()).isZero();
      assertThat(train.out().lines())
          .anyMatch(line -> line.matches("device +cpu: .*; not cuda: " + WHY + ".*"));
    }
  }

  @Test
  void doctorSaysWhatIsFoundWhatIsMissingAndWhatTrainWouldTake() throws Exception {
    try (GanProcess doctor = start("doctor", "--cuda-path", broken.toString())) {
      assertThat(doctor.exitCode()).as(doctor.err()).isZero();
      assertThat(doctor.out().lines())
          .anyMatch(
              line -> line.matches("device +cuda \\(rank 20\\): can't be used: " + WHY + ".*"))
          .anyMatch(line -> line.matches(" +library +version +relinked +path"))
          .anyMatch(line -> line.matches(" +driver +1 +no +.*/libcuda.so.1"))
          .anyMatch(line -> line.matches("training +on cpu; not cuda: " + WHY + ".*"));
      assertThat(doctor.err()).isEmpty();
    }
  }

  @Test
  void theCpuAskedForIsTakenWithoutALookAtTheLibraries() throws Exception {
    try (GanProcess train =
        start(
            "train",
            "--device",
            "cpu",
            "--cuda-path",
            broken.toString(),
            "--steps",
            "1",
            "--out",
            "run")) {
      assertThat(train.exitCode()).as(train.err()).isZero();
      assertThat(train.out()).contains("; not cuda: cpu was asked for").doesNotContain(WHY);
    }
  }

  @Test
  void doctorShowsTheEmulationsLibrariesAndCard() throws Exception {
    String emulation = System.getProperty("ganengine.emulation", "");
    assumeTrue(
        !emulation.isEmpty() && Files.exists(Path.of(emulation, "libcudnn.so.9")),
        "the emulation is not built: there is no g++");
    String path = Path.of(emulation).toAbsolutePath().normalize().toString();
    try (GanProcess doctor = start("doctor", "--cuda-path", path)) {
      assertThat(doctor.exitCode()).as(doctor.err()).isZero();
      assertThat(doctor.out().lines())
          .anyMatch(line -> line.matches(" +driver +1 +no +" + path + "/libcuda.so.1"))
          .anyMatch(line -> line.matches(" +cuBLAS +12 +no +" + path + "/libcublas.so.12"))
          .anyMatch(line -> line.matches(" +NVRTC +[0-9.]+ +no +" + path + "/libnvrtc.so.12"))
          .anyMatch(line -> line.matches(" +cuDNN +9[0-9.]+ +no +" + path + "/libcudnn.so.9"))
          .anyMatch(line -> line.matches(" +the driver runs CUDA up to 13.0"))
          .anyMatch(line -> line.matches(" +card: host emulation .*, compute capability 9.0, .*"))
          .anyMatch(line -> line.matches("training +on cuda"))
          .noneMatch(line -> line.contains("missing"));
    }
  }

  private GanProcess start(String... args) throws InterruptedException {
    return new GanProcess.Start(folder).run(args);
  }
}
