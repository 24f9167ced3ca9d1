package ganengine.kernels.cuda;

import java.util.Locale;

/** Whose kernels compute what both we and cuDNN have. */
enum KernelOrigin {
  /** From {@code src/main/cuda}, with neighbouring computations fused in. */
  OWN,
  CUDNN;

  /**
   * The one that the system property {@code ganengine.cuda.<what>} names: {@code own}, which it is
   * without the property too, or {@code cudnn}.
   *
   * @throws IllegalArgumentException if it names neither
   */
  static KernelOrigin of(String what) {
    String property = "ganengine.cuda." + what;
    String value = System.getProperty(property, "own");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "own" -> OWN;
      case "cudnn" -> CUDNN;
      default ->
          throw new IllegalArgumentException(
              "system property %s is %s; it can be own or cudnn".formatted(property, value));
    };
  }
}
