package ganengine.kernels.cuda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jcuda.nvrtc.JNvrtc;
import jcuda.nvrtc.nvrtcProgram;
import jcuda.nvrtc.nvrtcResult;

/**
 * NVRTC, set to one card: from CUDA C++ to machine code, or to PTX if it is older than the card.
 */
final class KernelCompiler {
  private final boolean machineCode;
  private final int target;
  private final String version;

  /**
   * For a card of this compute capability.
   *
   * @param capability ten times the major number plus the minor: 90
   */
  KernelCompiler(int capability) {
    int[] major = new int[1];
    int[] minor = new int[1];
    Status.nvrtc(JNvrtc.nvrtcVersion(major, minor), "nvrtcVersion");
    version = major[0] + "." + minor[0];
    int[] known = architectures();
    machineCode = Arrays.stream(known).anyMatch(k -> k == capability);
    target =
        Arrays.stream(known)
            .filter(k -> k <= capability)
            .max()
            .orElseThrow(
                () ->
                    new CudaException(
                        0,
                        "NVRTC %s compiles for compute capability %s and later, this card has %s"
                            .formatted(version, dotted(known[0]), dotted(capability))));
  }

  private static int[] architectures() {
    int[] count = new int[1];
    Status.nvrtc(JNvrtc.nvrtcGetNumSupportedArchs(count), "nvrtcGetNumSupportedArchs");
    int[] known = new int[count[0]];
    Status.nvrtc(JNvrtc.nvrtcGetSupportedArchs(known), "nvrtcGetSupportedArchs");
    return known;
  }

  private static String dotted(int capability) {
    return capability / 10 + "." + capability % 10;
  }

  /** All that the result depends on besides the source and {@link #options}. */
  String version() {
    return "nvrtc " + version;
  }

  /** What NVRTC is told. */
  List<String> options(boolean bfloat16) {
    List<String> options = new ArrayList<>();
    options.add("--gpu-architecture=" + (machineCode ? "sm_" : "compute_") + target);
    options.add("--std=c++17");
    options.add("--fmad=true");
    if (bfloat16) {
      options.add("-DGAN_BF16");
    }
    return options;
  }

  /**
   * The source as an image for {@code cuModuleLoadData}.
   *
   * @throws CudaException with NVRTC's log if it doesn't compile
   */
  byte[] compile(KernelSource source, boolean bfloat16) {
    nvrtcProgram program = new nvrtcProgram();
    String[] names = source.headers().keySet().toArray(String[]::new);
    String[] texts = source.headers().values().toArray(String[]::new);
    Status.nvrtc(
        JNvrtc.nvrtcCreateProgram(
            program, source.text(), source.file(), names.length, texts, names),
        "nvrtcCreateProgram",
        source.file());
    try {
      String[] options = options(bfloat16).toArray(String[]::new);
      int status = JNvrtc.nvrtcCompileProgram(program, options.length, options);
      if (status != nvrtcResult.NVRTC_SUCCESS) {
        String[] log = new String[1];
        JNvrtc.nvrtcGetProgramLog(program, log);
        throw new CudaException(
            status,
            "%s does not compile with %s %s: %s"
                .formatted(source.file(), version(), options(bfloat16), log[0]));
      }
      return machineCode ? machineCode(program) : ptx(program);
    } finally {
      JNvrtc.nvrtcDestroyProgram(program);
    }
  }

  private static byte[] machineCode(nvrtcProgram program) {
    long[] size = new long[1];
    Status.nvrtc(JNvrtc.nvrtcGetCUBINSize(program, size), "nvrtcGetCUBINSize");
    byte[] image = new byte[(int) size[0]];
    Status.nvrtc(JNvrtc.nvrtcGetCUBIN(program, image), "nvrtcGetCUBIN");
    return image;
  }

  private static byte[] ptx(nvrtcProgram program) {
    String[] text = new String[1];
    Status.nvrtc(JNvrtc.nvrtcGetPTX(program, text), "nvrtcGetPTX");
    // cuModuleLoadData knows where text ends by a zero.
    return (text[0] + "\0").getBytes(StandardCharsets.US_ASCII);
  }
}
