package ganengine.kernels.cuda;

import ganengine.kernels.Precision;
import ganengine.kernels.UnsupportedPrecisionException;
import java.nio.charset.StandardCharsets;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;

/**
 * What one card is.
 *
 * @param device the driver's number of it
 * @param name as its maker calls it
 * @param capability compute capability, ten times the major number plus the minor: 90
 * @param multiprocessors how many
 * @param memory bytes
 */
record Card(CUdevice device, String name, int capability, int multiprocessors, long memory) {
  /** The card with this number, from 0; the driver must have been started. */
  static Card of(int ordinal) {
    CUdevice device = new CUdevice();
    Status.driver(JCudaDriver.cuDeviceGet(device, ordinal), "cuDeviceGet", ordinal);
    byte[] name = new byte[256];
    Status.driver(JCudaDriver.cuDeviceGetName(name, name.length, device), "cuDeviceGetName");
    int major = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
    int minor = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
    long[] memory = new long[1];
    Status.driver(JCudaDriver.cuDeviceTotalMem(memory, device), "cuDeviceTotalMem");
    return new Card(
        device,
        text(name),
        10 * major + minor,
        attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
        memory[0]);
  }

  private static String text(byte[] zeroTerminated) {
    int length = 0;
    while (length < zeroTerminated.length && zeroTerminated[length] != 0) {
      length++;
    }
    return new String(zeroTerminated, 0, length, StandardCharsets.UTF_8);
  }

  private static int attribute(CUdevice device, int which) {
    int[] value = new int[1];
    Status.driver(
        JCudaDriver.cuDeviceGetAttribute(value, which, device), "cuDeviceGetAttribute", which);
    return value[0];
  }

  /**
   * What to compute in: AUTO is TF32 where there is hardware for it, Ampere and later, else FP32.
   *
   * @throws UnsupportedPrecisionException if this card has no such precision
   */
  Precision resolve(Precision asked) {
    boolean ampere = capability >= 80;
    if (asked == Precision.AUTO) {
      return ampere ? Precision.TF32 : Precision.FP32;
    }
    if (!ampere && asked != Precision.FP32) {
      throw new UnsupportedPrecisionException(
          "%s has compute capability %s and no %s, which begins with 8.0; use --precision fp32"
              .formatted(name, capabilityText(), asked.word()));
    }
    return asked;
  }

  /** {@code 9.0}. */
  String capabilityText() {
    return capability / 10 + "." + capability % 10;
  }
}
