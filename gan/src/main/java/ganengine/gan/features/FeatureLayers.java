package ganengine.gan.features;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.UserError;
import ganengine.gan.model.ResidualBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A network cut behind each layer of feature maps: a nonlinearity, or a residual block, that gives
 * [batch, height, width, maps]. What the network ends with is no such layer. Layers are counted
 * from 1, from the input to the output; passes are in inference.
 */
public final class FeatureLayers {
  private final List<Module> modules;
  private final List<Integer> ends;
  private final List<Shape> shapes;

  private FeatureLayers(List<Module> modules, List<Integer> ends, List<Shape> shapes) {
    this.modules = modules;
    this.ends = ends;
    this.shapes = shapes;
  }

  /**
   * The layers of a network.
   *
   * @param network whose {@code children()} are run one after another
   * @param input the shape of a batch of one
   * @throws UserError if it has none
   */
  public static FeatureLayers of(Module network, Shape input) {
    List<Module> modules = List.copyOf(network.children().values());
    List<Integer> ends = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < modules.size() - 1; i++) {
      Module module = modules.get(i);
      shape = module.outputShape(shape);
      boolean features = module instanceof Activation || module instanceof ResidualBlock;
      if (features && shape.rank() == 4) {
        ends.add(i + 1);
        shapes.add(shape);
      }
    }
    if (ends.isEmpty()) {
      throw new UserError(
          "this run's networks have no convolutions, so no feature maps; expected a run of model"
              + " dcgan, cnn, tiny or resnet");
    }
    return new FeatureLayers(modules, ends, shapes);
  }

  /** How many there are, at least 1. */
  public int count() {
    return ends.size();
  }

  /** What a layer gives for one input: [1, height, width, maps]. */
  public Shape shape(int layer) {
    return shapes.get(layer - 1);
  }

  /**
   * A layer that the user named.
   *
   * @param option that names it, for the message
   * @throws UserError if there is no such layer
   */
  public int require(int layer, String option) {
    if (layer < 1 || layer > count()) {
      throw new UserError(
          "%s %d: the network has %d layers of feature maps, expected 1 to %d"
              .formatted(option, layer, count(), count()));
    }
    return layer;
  }

  /** The part of the network whose output is this layer. */
  public Sequential upTo(int layer) {
    return part(0, ends.get(layer - 1));
  }

  /** The network's output for given maps of this layer. */
  public Tensor outputOf(int layer, Tensor maps) {
    return part(ends.get(layer - 1), modules.size()).forward(maps, Pass.inference());
  }

  /** The maps of all layers, the first one's first. */
  public List<Tensor> maps(Tensor input) {
    List<Tensor> maps = new ArrayList<>();
    Tensor value = input;
    int from = 0;
    for (int end : ends) {
      value = part(from, end).forward(value, Pass.inference());
      maps.add(value);
      from = end;
    }
    return maps;
  }

  private Sequential part(int from, int to) {
    return Sequential.of(modules.subList(from, to).toArray(Module[]::new));
  }
}
