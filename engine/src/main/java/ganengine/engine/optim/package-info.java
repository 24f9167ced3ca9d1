/**
 * What turns gradients into better weights: {@link ganengine.engine.optim.Optimiser} and its kinds,
 * learning-rate {@link ganengine.engine.optim.Schedule}s, clipping, moving averages of weights.
 */
package ganengine.engine.optim;
