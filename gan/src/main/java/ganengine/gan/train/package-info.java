/**
 * Training: {@link ganengine.gan.train.TrainRun} is the loop, {@link ganengine.gan.train.GanStep}
 * one step of it, {@link ganengine.gan.train.Sampler} draws images from what it left.
 */
package ganengine.gan.train;
