package ganengine.kernels.cpu;

import ganengine.kernels.Activation;

/**
 * A gradient from beyond an activation: what {@link ColumnLoops} need to take it through on the
 * fly.
 *
 * @param beyond the gradient
 * @param gate the rectifier's output
 * @param leak what the rectifier leaves of numbers below 0; 1 without one
 */
record GatedGradient(CpuBuffer beyond, CpuBuffer gate, float leak) {
  /**
   * The gradient of a rectifier, or of none, as it is. Activations with a curved derivative hardly
   * ever follow a normalisation: theirs is taken through at once.
   *
   * @param room of gradY's size, for that
   */
  static GatedGradient of(
      Activation activation, CpuThreads threads, CpuBuffer gradY, CpuBuffer y, CpuBuffer room) {
    if (!ActivationLoops.curved(activation)) {
      boolean rectifier = activation.kind() == Activation.Kind.LEAKY_RELU;
      return new GatedGradient(gradY, rectifier ? y : gradY, ActivationLoops.leak(activation));
    }
    threads.ranges(
        gradY.size(),
        CpuPointwise.GRAIN,
        (from, to) -> ActivationLoops.gradient(activation, gradY, y, room, from, to));
    return new GatedGradient(room, room, 1);
  }
}
