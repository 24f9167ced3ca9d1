/**
 * What is computed with, and who owns it: {@link ganengine.engine.tensor.Tensor} (a value, with the
 * node that made it), {@link ganengine.engine.tensor.Parameter} (the only writable one), {@link
 * ganengine.engine.tensor.Scope} (ownership of device memory), {@link
 * ganengine.engine.tensor.RepeatedStep} (work that becomes one launch). No mathematics here: see
 * {@code op}.
 */
package ganengine.engine.tensor;
