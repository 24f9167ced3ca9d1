/**
 * Walks and sums in latent space: {@link ganengine.gan.latent.Interpolation} between vectors,
 * {@link ganengine.gan.latent.LatentArithmetic} with the means of a few, and how even the images
 * change ({@link ganengine.gan.latent.Smoothness}).
 *
 * <p>Latent vectors are float arrays [count, latent]; in files, NumPy's .npz, they are {@code z},
 * and {@code label}, which may be missing, are their classes.
 */
package ganengine.gan.latent;
