/** What the two networks are trained towards. */
package ganengine.gan.loss;
