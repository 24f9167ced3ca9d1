package ganengine.engine.tensor;

/** How gradients pass back through one computation. */
public interface GradientRule {
  /** The name shown in messages and graph drawings. */
  String name();

  /**
   * The gradients with respect to the inputs, written in terms of ops so that they can be
   * differentiated again.
   *
   * @param inputs what the computation read
   * @param outputs what it made
   * @param gradOutputs the gradient with respect to each output, of its shape; null where none
   *     flows
   * @param wanted which inputs' gradients are asked for; others may stay null in the result
   * @return one entry for each input, of its shape; null where the gradient is zero
   */
  Tensor[] gradients(Tensor[] inputs, Tensor[] outputs, Tensor[] gradOutputs, boolean[] wanted);
}
