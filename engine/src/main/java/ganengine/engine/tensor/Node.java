package ganengine.engine.tensor;

/**
 * One computation in the recorded graph.
 *
 * @param rule how gradients pass back through it
 * @param inputs what it read
 * @param outputs what it made
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity only.
public record Node(GradientRule rule, Tensor[] inputs, Tensor[] outputs) {}
