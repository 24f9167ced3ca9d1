package ganengine.kernels;

import java.util.Locale;

/** How finely a device multiplies and stores activations. */
public enum Precision {
  /** The fastest of the device that trains as well as FP32 does. */
  AUTO,
  /** 32-bit floats throughout. */
  FP32,
  /** 32-bit floats, rounded to 10 bits of fraction as they enter a matrix unit. */
  TF32,
  /** Activations and filters in bfloat16; master weights, statistics, losses in 32-bit floats. */
  BF16;

  /** As people write it: {@code fp32}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
