package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.FixtureKernels.text;
import static jcuda.driver.CUresult.CUDA_ERROR_INVALID_IMAGE;
import static jcuda.driver.CUresult.CUDA_ERROR_NOT_FOUND;
import static jcuda.driver.CUresult.CUDA_ERROR_NO_BINARY_FOR_GPU;
import static jcuda.nvrtc.nvrtcResult.NVRTC_ERROR_COMPILATION;
import static jcuda.nvrtc.nvrtcResult.NVRTC_ERROR_INVALID_OPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jcuda.driver.CUdevice;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;
import jcuda.nvrtc.JNvrtc;
import jcuda.nvrtc.nvrtcProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulated card says what it is, and runs only the sources that were compiled into it. */
class EmulatedCompilerTest {
  private EmulatedCard card;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
  }

  @AfterEach
  void close() {
    if (card != null) {
      card.close();
    }
  }

  @Test
  void saysThatItIsAnEmulation() {
    byte[] name = new byte[100];
    done(JCudaDriver.cuDeviceGetName(name, name.length, new CUdevice()));
    assertThat(new String(name, StandardCharsets.US_ASCII).trim())
        .isEqualTo("host emulation (no GPU)");
    int[] version = new int[1];
    done(JCudaDriver.cuDriverGetVersion(version));
    assertThat(version[0]).isEqualTo(13000);
  }

  @Test
  void sourceThatWasChanged() {
    CUmodule module = new CUmodule();
    byte[] image = FixtureKernels.image(FixtureKernels.source() + "// changed\n");
    int status = JCudaDriver.cuModuleLoadData(module, image);
    assertThat(status).isEqualTo(CUDA_ERROR_NO_BINARY_FOR_GPU);
    assertThat(text(status)).contains("not what was compiled into the emulation");
  }

  @Test
  void imageOfAnotherCompiler() {
    byte[] elf = {0x7f, 'E', 'L', 'F', 0};
    assertThat(JCudaDriver.cuModuleLoadData(new CUmodule(), elf))
        .isEqualTo(CUDA_ERROR_INVALID_IMAGE);
  }

  @Test
  void kernelThatIsNotThere() {
    CUmodule module = new CUmodule();
    byte[] image = FixtureKernels.image(FixtureKernels.source());
    done(JCudaDriver.cuModuleLoadData(module, image));
    assertThat(JCudaDriver.cuModuleGetFunction(new CUfunction(), module, "fixture_none"))
        .isEqualTo(CUDA_ERROR_NOT_FOUND);
    done(JCudaDriver.cuModuleUnload(module));
  }

  @Test
  void sourceThatDoesNotCompile() {
    assertThat(compile("int one;\n#error not this one\n", "--fmad=true"))
        .isEqualTo(NVRTC_ERROR_COMPILATION);
    assertThat(log).contains("wrong.cu(2)", "not this one");
    assertThat(compile("#include \"none.cuh\"\n", "--fmad=true"))
        .isEqualTo(NVRTC_ERROR_COMPILATION);
    assertThat(log).contains("could not open source file \"none.cuh\"");
  }

  @Test
  void optionThatNvrtcDoesNotKnow() {
    assertThat(compile("", "--fmda=true")).isEqualTo(NVRTC_ERROR_INVALID_OPTION);
    assertThat(log).contains("--fmda=true");
    assertThat(compile("", "--gpu-architecture=sm_10")).isEqualTo(NVRTC_ERROR_INVALID_OPTION);
  }

  private String log;

  private int compile(String source, String option) {
    nvrtcProgram program = new nvrtcProgram();
    done(JNvrtc.nvrtcCreateProgram(program, source, "wrong.cu", 0, null, null));
    int status = JNvrtc.nvrtcCompileProgram(program, 1, new String[] {option});
    String[] text = new String[1];
    done(JNvrtc.nvrtcGetProgramLog(program, text));
    log = text[0];
    done(JNvrtc.nvrtcDestroyProgram(program));
    return status;
  }
}
