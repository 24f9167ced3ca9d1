package ganengine.kernels.contract;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;

/** The judge meets its own contract: every case is well formed and gives the same answer twice. */
class ReferenceKernelsTest extends KernelContract {
  @Override
  Device open() {
    return Devices.open("reference", DeviceOptions.DEFAULT);
  }
}
