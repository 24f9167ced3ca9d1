package ganengine.gan.train;

import ganengine.engine.tensor.Tensor;

/**
 * Real images of a step.
 *
 * @param images [count, side, side, channels]
 * @param labels one-hot, [count, classes]; null for none
 */
record RealBatch(Tensor images, Tensor labels) {}
