package ganengine.engine.check;

import static ganengine.engine.check.Domain.between;
import static ganengine.engine.check.OpCase.curved;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.BatchNorm;
import ganengine.engine.op.Binary;
import ganengine.engine.op.Conv2d;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.ConvTranspose2d;
import ganengine.engine.op.LayerNorm;
import ganengine.engine.op.Losses;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import java.util.List;

/** Small networks as a whole, differentiated by their noise, images and every weight. */
final class NetworkCases {
  private NetworkCases() {}

  static List<OpCase> all() {
    Domain unit = between(-1, 1);
    Domain scale = between(0.5, 1.5);
    return List.of(
        new OpCase(
            "network",
            "DCGAN generator and discriminator",
            List.of(
                curved(unit, 2, 1, 1, 4),
                curved(unit, 4, 4, 4, 3),
                curved(scale, 3),
                curved(unit, 3),
                curved(unit, 3, 4, 4, 2),
                curved(unit, 4, 4, 4, 2),
                curved(scale, 4),
                curved(unit, 4),
                curved(unit, 1, 4, 4, 4)),
            NetworkCases::dcgan),
        new OpCase(
            "network",
            "WGAN-GP gradient penalty",
            List.of(
                curved(unit, 2, 6, 6, 2),
                curved(unit, 3, 4, 4, 2),
                curved(scale, 3, 3, 3),
                curved(unit, 3, 3, 3),
                curved(unit, 1, 3, 3, 3)),
            NetworkCases::gradientPenalty));
  }

  /**
   * Inputs: noise [2, 1, 1, 4]; generator: filter, gamma, beta, filter; discriminator: filter,
   * gamma, beta, filter. Images are [2, 8, 8, 2]; the loss wants them to be judged real.
   */
  private static Tensor[] dcgan(Tensor... in) {
    ConvSpec project = ConvSpec.of(1, 0);
    ConvSpec halve = ConvSpec.of(2, 1);
    Tensor x = ConvTranspose2d.convTranspose2d(in[0], in[1], project, 0);
    x = BatchNorm.batchNorm(x, in[2], in[3], 1e-3, Activation.RELU).y();
    Tensor image = Unary.tanh(ConvTranspose2d.convTranspose2d(x, in[4], halve, 0));
    Tensor y = Conv2d.conv2d(image, in[5], halve);
    y = BatchNorm.batchNorm(y, in[6], in[7], 1e-3, Activation.leakyRelu(0.2)).y();
    Tensor logits = Conv2d.conv2d(y, in[8], project);
    return new Tensor[] {Losses.binaryCrossEntropy(logits, 1)};
  }

  /**
   * Inputs: images [2, 6, 6, 2]; critic: filter, gamma, beta, filter. The penalty is the mean of
   * (|gradient of the score by the image| - 1)^2 (Gulrajani et al. 2017), so its own gradient is of
   * second order.
   */
  private static Tensor[] gradientPenalty(Tensor... in) {
    Tensor image = Unary.affine(in[0], 1, 0);
    Tensor y = Conv2d.conv2d(image, in[1], ConvSpec.of(2, 1));
    y = Unary.leakyRelu(LayerNorm.layerNorm(y, in[2], in[3], 1e-3), 0.2);
    Tensor scores = Conv2d.conv2d(y, in[4], ConvSpec.of(1, 0));
    Tensor gradient = Gradients.differentiable(Sum.sum(scores), List.of(image)).get(image);
    Tensor norm = Unary.sqrt(Sum.sum(Unary.square(gradient), false, 1, 2, 3));
    Tensor penalty = Sum.mean(Unary.square(Unary.affine(norm, 1, -1)));
    return new Tensor[] {Binary.add(Sum.mean(scores), Unary.affine(penalty, 10, 0))};
  }
}
