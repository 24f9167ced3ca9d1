/** Gradients of recorded computations: {@link ganengine.engine.autograd.Gradients}. */
package ganengine.engine.autograd;
