/**
 * Real samples to learn from. {@link ganengine.gan.data.DataSets#open} opens a set by name; what it
 * gives is one of three, told apart with {@code instanceof}: {@link ganengine.gan.data.ImageSet},
 * {@link ganengine.gan.data.StackedDigits} (numbers into a set of single digits) or {@link
 * ganengine.gan.data.PointSet}. {@link ganengine.gan.data.Shuffle} orders an epoch, {@link
 * ganengine.gan.data.Packs} does so for a packed discriminator.
 */
package ganengine.gan.data;
