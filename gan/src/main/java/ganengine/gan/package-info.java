/**
 * Generative adversarial networks on the engine: data sets, networks, losses, training, the command
 * line.
 */
package ganengine.gan;
