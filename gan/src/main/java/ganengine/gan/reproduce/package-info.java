/**
 * A paper's table, reproduced: a {@link ganengine.gan.reproduce.Reproduction} says which systems
 * are trained and what is measured, each {@link ganengine.gan.reproduce.Trial} is one training run,
 * and {@link ganengine.gan.reproduce.ResultTable} stands the figures beside the paper's.
 */
package ganengine.gan.reproduce;
