package ganengine.gan.cli;

import picocli.CommandLine.Option;

/** What every command takes that asks for a device. */
abstract class DeviceCommand {
  /** System property that the device {@code cuda} reads when it is first asked for. */
  private static final String CUDA_PATH = "ganengine.cuda.path";

  @Option(
      names = "--cuda-path",
      paramLabel = "DIR",
      description = {
        "Where to look first for NVIDIA's libraries: a folder of CUDA, of cuDNN or of Python's",
        "nvidia wheels, or several with ':' between them. Default: the usual places"
      })
  void lookForCudaIn(String folders) {
    System.setProperty(CUDA_PATH, folders);
  }
}
