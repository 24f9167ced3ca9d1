/**
 * Watches a run for the ways a GAN goes wrong: {@link ganengine.gan.watch.CollapseWatch} turns a
 * few samples and the discriminator's figures into {@link ganengine.gan.watch.Verdict}s in plain
 * words.
 */
package ganengine.gan.watch;
