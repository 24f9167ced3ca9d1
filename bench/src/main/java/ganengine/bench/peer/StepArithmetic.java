package ganengine.bench.peer;

import ganengine.engine.nn.Module;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;

/**
 * The arithmetic of one {@link PeerStep}: multiply-adds of convolutions and matrix products, two
 * operations each, padding counted, and no gradient that nobody needs: neither of D's weights in
 * the G step nor of what a network is fed.
 */
public final class StepArithmetic {
  private StepArithmetic() {}

  /**
   * Operations of one step.
   *
   * @param batch packs of real images
   */
  public static double operations(PeerNetworks networks, int batch) {
    try (Device device = Devices.open("cpu", DeviceOptions.DEFAULT);
        Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(1);
      int images = batch * networks.packing();
      Module generator = networks.generator(random);
      Module discriminator = networks.discriminator(random);
      Shape latents = networks.latents(images);
      Shape packs = networks.packs(batch);
      double g = generator.multiplyAdds(latents);
      double d = discriminator.multiplyAdds(packs);
      double firstG = first(generator).multiplyAdds(latents);
      double firstD = first(discriminator).multiplyAdds(packs);
      double discriminating = 2 * (3 * d - firstD);
      double generating = 2 * d + 3 * g - firstG;
      return 2 * (discriminating + networks.generatorSteps() * generating);
    }
  }

  private static Module first(Module network) {
    return network.children().values().iterator().next();
  }
}
