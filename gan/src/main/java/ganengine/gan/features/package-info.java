/**
 * What trained networks know: a discriminator's features as input of a linear classifier, what its
 * features answer to, and a generator's features without which it forgets an object.
 */
package ganengine.gan.features;
