package ganengine.gan.model;

import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Reshape;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where R3GAN's generator begins: a learned image, each channel of which is multiplied by a linear
 * function of z. [batch, inputs] to [batch, side, side, channels]. Parameters: {@code image} [side,
 * side, channels], {@code gain.weight} [channels, inputs].
 */
final class Basis implements Module {
  private final int side;
  private final int channels;
  private final Parameter image;
  private final Dense gain;

  Basis(int inputs, int side, int channels, RandomSource random) {
    this.side = side;
    this.channels = channels;
    image = Parameter.trainable("image", random.normal(Shape.of(side, side, channels), 0, 1));
    gain = new Dense(inputs, channels, false, Initialiser.kaimingNormal(1), random);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor gains = gain.forward(input, pass);
    return Binary.multiply(image, Reshape.reshape(gains, input.shape().size(0), 1, 1, channels));
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>();
    state.put("image", image);
    gain.state().forEach((name, parameter) -> state.put("gain." + name, parameter));
    return state;
  }

  @Override
  public String describe() {
    return "basis %d x %d x %d".formatted(side, side, channels);
  }

  @Override
  public long multiplyAdds(Shape input) {
    return gain.multiplyAdds(input);
  }
}
