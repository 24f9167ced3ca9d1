package ganengine.kernels.contract;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.Precision;
import ganengine.kernels.cuda.OnCard;

/** The {@code cuda} device in full precision. */
@OnCard
class CudaKernelsTest extends KernelContract {
  @Override
  Device open() {
    return Devices.open("cuda", new DeviceOptions(0, Precision.FP32, false));
  }
}
