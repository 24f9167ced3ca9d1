package ganengine.gan.model;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.Binary;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Map;

/**
 * x + f(x), where f widens each pixel twofold, filters groups of 16 channels 3x3, and narrows
 * again, with a bias and a leaky ReLU after the first two and nothing else between (R3GAN, Huang et
 * al. 2024, section 3). The last weight begins at 0, so that the block begins as the identity; the
 * others are scaled by depth^(-1/4), which is Fixup's depth^(-1/(2 m - 2)) for m = 3 layers (Zhang
 * et al. 2019). Where 16 does not divide the width, the 3x3 layer has one group.
 */
public final class ResidualBlock implements Module {
  private static final int EXPANSION = 2;
  private static final int GROUP = 16;
  private static final double LEAK = 0.2;

  private final int channels;
  private final Sequential branch;

  /**
   * @param channels of input and output
   * @param depth blocks in the whole network
   */
  ResidualBlock(int channels, int depth, DiscriminatorStyle style, RandomSource random) {
    this.channels = channels;
    int hidden = EXPANSION * channels;
    int groups = hidden % GROUP == 0 ? hidden / GROUP : 1;
    Initialiser weights = scaled(Math.pow(depth, -0.25));
    ConvSpec pixel = ConvSpec.of(1, 0);
    this.branch =
        Sequential.of(
            style.linear(new Conv2d(channels, hidden, 1, pixel, true, weights, random), random),
            Activation.leakyRelu(LEAK),
            style.linear(
                new Conv2d(
                    hidden, hidden, 3, ConvSpec.of(1, 1).grouped(groups), true, weights, random),
                random),
            Activation.leakyRelu(LEAK),
            new Conv2d(hidden, channels, 1, pixel, false, Initialiser.zeros(), random));
  }

  private static Initialiser scaled(double factor) {
    Initialiser plain = Initialiser.kaimingNormal(LEAK);
    return (shape, fanIn, fanOut, random) ->
        Unary.affine(plain.values(shape, fanIn, fanOut, random), factor, 0);
  }

  /** f, whose output is added to the input. */
  public Sequential branch() {
    return branch;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return Binary.add(input, branch.forward(input, pass));
  }

  @Override
  public Map<String, Parameter> state() {
    return branch.state();
  }

  @Override
  public String describe() {
    return "residual block " + channels;
  }

  @Override
  public long multiplyAdds(Shape input) {
    return branch.multiplyAdds(input);
  }
}
