/**
 * Which measures fit which data set: {@link ganengine.gan.evaluate.Evaluators} picks an {@link
 * ganengine.gan.evaluate.Evaluator}, which draws from a generator and gives a table.
 */
package ganengine.gan.evaluate;
