/**
 * Real images: {@link ganengine.gan.data.DataSets} opens a set by name, {@link
 * ganengine.gan.data.ImageSet} holds it, {@link ganengine.gan.data.Shuffle} orders an epoch.
 */
package ganengine.gan.data;
