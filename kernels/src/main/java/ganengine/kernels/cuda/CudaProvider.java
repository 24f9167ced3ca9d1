package ganengine.kernels.cuda;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.DeviceProvider;
import ganengine.kernels.cuda.library.CudaLibraries;
import java.util.List;
import java.util.Optional;

/**
 * Offers the {@code cuda} device, the first choice of {@code auto}: usable where there are a
 * driver, CUDA's libraries and a card that they support. Nothing is searched for before it is
 * asked.
 */
public final class CudaProvider implements DeviceProvider {
  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public Optional<String> unusable() {
    return CudaLibraries.load().or(CardCheck::problem);
  }

  @Override
  public List<String> report() {
    return CudaReport.lines();
  }

  @Override
  public Device open(DeviceOptions options) {
    return new CudaDevice(options);
  }
}
