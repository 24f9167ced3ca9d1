package ganengine.tools;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Weights;
import ganengine.engine.nn.Pass;
import ganengine.engine.op.Losses;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.Schedule;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Shuffle;
import ganengine.gan.measure.ClassifierNetwork;
import ganengine.kernels.Device;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Trains a {@link ClassifierNetwork} with Adam on cross entropy, the rate falling to 0 along half a
 * cosine. A function of the seed on one device.
 *
 * @param epochs passes over the images
 * @param batch images in a step; what fills no batch is left out of an epoch
 * @param rate Adam's first
 * @param augmentation what is done to each image
 * @param seed of weights, order and augmentation
 */
record ClassifierTraining(
    int epochs, int batch, double rate, Augmentation augmentation, long seed) {

  /**
   * The trained weights.
   *
   * @param listener is told the epoch, from 1, and its mean loss
   */
  Map<String, HostTensor> run(
      Device device, ImageSet images, BiConsumer<Integer, Double> listener) {
    try (Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(seed);
      ClassifierNetwork network = ClassifierNetwork.create(random);
      Adam adam = new Adam(network.state(), rate);
      int perEpoch = images.count() / batch;
      int steps = epochs * perEpoch;
      adam.schedule(Schedule.cosine(rate, 0, steps), steps);
      for (int epoch = 0; epoch < epochs; epoch++) {
        int[] order = Shuffle.order(seed, epoch, images.count());
        SplittableRandom moves = new SplittableRandom(seed + epoch);
        double sum = 0;
        for (int step = 0; step < perEpoch; step++) {
          random.nextStep();
          sum += step(network, adam, images, order, step * batch, moves, Pass.training(random));
        }
        listener.accept(epoch + 1, sum / perEpoch);
      }
      return Weights.save(network.state());
    }
  }

  private double step(
      ClassifierNetwork network,
      Adam adam,
      ImageSet images,
      int[] order,
      int from,
      SplittableRandom moves,
      Pass pass) {
    float[] pixels = new float[batch * images.imageSize()];
    long[] labels = new long[batch];
    for (int i = 0; i < batch; i++) {
      int number = order[from + i];
      labels[i] = images.labels()[number];
      augmentation.draw(images, number, moves, pixels, i * images.imageSize());
    }
    try (Scope scope = Scope.open()) {
      Shape shape = Shape.of(batch, images.height(), images.width(), 1);
      Tensor features = network.body().forward(Tensor.of(shape, pixels), pass);
      Tensor logits = network.head().forward(features, pass);
      Tensor loss = Losses.crossEntropy(logits, Indices.of(labels));
      adam.step(
          Gradients.of(
              loss, network.state().values().stream().filter(p -> p.trainable()).toList()));
      return loss.item();
    }
  }
}
