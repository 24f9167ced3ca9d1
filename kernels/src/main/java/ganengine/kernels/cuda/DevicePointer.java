package ganengine.kernels.cuda;

import jcuda.driver.CUdeviceptr;

/** An address on the card, as a number too. */
final class DevicePointer extends CUdeviceptr {
  long address() {
    return getNativePointer();
  }
}
