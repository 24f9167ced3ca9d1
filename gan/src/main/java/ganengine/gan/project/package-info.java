/**
 * Images put onto a generator's range: which z gives the nearest image. What can be done with the z
 * (blends of two images), and how near a generator's images are to those it learnt from.
 */
package ganengine.gan.project;
