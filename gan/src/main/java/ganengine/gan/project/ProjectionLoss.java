package ganengine.gan.project;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Binary.divide;
import static ganengine.engine.op.Binary.subtract;
import static ganengine.engine.op.Unary.affine;
import static ganengine.engine.op.Unary.square;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Concat;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Sum;
import ganengine.engine.tensor.Tensor;

/**
 * How far the images of a batch of z are from their targets, for each row by itself:
 *
 * <pre>
 *   mean (G(z) - x)^2
 * + featureWeight * mean (f(G(z)) - f(x))^2 / mean f(x)^2
 * + prior * (mean z^2 - 1)^2
 * </pre>
 *
 * <p>where f are the discriminator's features. The last term draws z to the norm that normal ones
 * have, where the generator has learnt what to make of them.
 */
final class ProjectionLoss {
  private final Module generator;
  private final Tensor targets;
  private final Tensor labels;
  private final double prior;
  private final ConvolutionFeatures features;
  private final double featureWeight;
  private final Tensor targetFeatures;
  private final Tensor targetPower;

  /**
   * Of these targets.
   *
   * @param targets [rows, side, side, channels] in the networks' range
   * @param labels one-hot, [rows, classes]; null for none
   * @param prior weight of the last term; 0 where z is not normal
   * @param features null for pixels alone
   */
  ProjectionLoss(
      Module generator,
      Tensor targets,
      Tensor labels,
      double prior,
      ConvolutionFeatures features,
      double featureWeight) {
    this.generator = generator;
    this.targets = targets;
    this.labels = labels;
    this.prior = prior;
    this.features = features;
    this.featureWeight = featureWeight;
    this.targetFeatures = features == null ? null : features.of(targets, labels);
    this.targetPower = features == null ? null : rowMean(square(targetFeatures));
  }

  /**
   * The loss of each row, [rows].
   *
   * @param z [rows, latent]
   */
  Tensor of(Tensor z) {
    Tensor input = labels == null ? z : Concat.concat(1, z, labels);
    Tensor images = Reshape.reshape(generator.forward(input, Pass.inference()), targets.shape());
    Tensor loss = rowMean(square(subtract(images, targets)));
    if (features != null) {
      Tensor apart = rowMean(square(subtract(features.of(images, labels), targetFeatures)));
      loss = add(loss, affine(divide(apart, targetPower), featureWeight, 0));
    }
    if (prior > 0) {
      Tensor excess = affine(rowMean(square(z)), 1, -1);
      loss = add(loss, affine(square(excess), prior, 0));
    }
    return loss;
  }

  private static Tensor rowMean(Tensor x) {
    return Sum.mean(Reshape.flatten(x), false, 1);
  }
}
