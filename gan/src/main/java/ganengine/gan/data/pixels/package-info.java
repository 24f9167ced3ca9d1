/**
 * Single images as bytes: decoded ({@link ganengine.gan.data.pixels.ImageDecoder}), cut out ({@link
 * ganengine.gan.data.pixels.Crop}), scaled ({@link ganengine.gan.data.pixels.Resampling}), and many
 * of them one after the other ({@link ganengine.gan.data.pixels.Pixels}).
 */
package ganengine.gan.data.pixels;
