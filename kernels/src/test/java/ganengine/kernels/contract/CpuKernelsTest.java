package ganengine.kernels.contract;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;

/** The {@code cpu} device on two threads, with the lanes that this JVM's options ask for. */
class CpuKernelsTest extends KernelContract {
  @Override
  Device open() {
    return Devices.open("cpu", new DeviceOptions(2));
  }
}
