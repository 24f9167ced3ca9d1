package ganengine.gan.loss;

import static ganengine.engine.op.Binary.add;
import static ganengine.engine.op.Losses.binaryCrossEntropy;
import static ganengine.engine.op.Unary.negate;

import ganengine.engine.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The minimax GAN loss (Goodfellow et al. 2014, equation 1): the generator minimises log(1 -
 * D(G(z))), whose gradient vanishes where D is sure. Labels as in {@link NonSaturating}.
 */
record Minimax(double labelReal, double labelFake) implements GanLoss {
  @Override
  public Tensor discriminator(Tensor real, Tensor fake) {
    return add(binaryCrossEntropy(real, labelReal), binaryCrossEntropy(fake, labelFake));
  }

  @Override
  public Tensor generator(Tensor fake, Supplier<Tensor> real) {
    return negate(binaryCrossEntropy(fake, 0));
  }
}
