/**
 * Layers and networks: {@link ganengine.engine.nn.Module} is what they all are, {@link
 * ganengine.engine.nn.Sequential} chains them, {@link ganengine.engine.nn.Initialiser} gives their
 * first weights, {@link ganengine.engine.nn.Summary} prints them.
 */
package ganengine.engine.nn;
