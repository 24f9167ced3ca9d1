/** Images for people: one file or a grid of many. Pixels are NHWC floats in [-1, 1]. */
package ganengine.gan.image;
