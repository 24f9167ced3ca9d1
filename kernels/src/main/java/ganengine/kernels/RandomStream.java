package ganengine.kernels;

/**
 * Which random numbers: together with the step in a device's counter buffer this names one draw of
 * the run.
 *
 * @param seed the run's seed: Philox's key
 * @param stream which draw within the step
 */
public record RandomStream(long seed, int stream) {}
