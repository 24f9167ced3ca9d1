package ganengine.gan.project;

/**
 * The nearest image that a generator makes to a given one.
 *
 * @param latent its z
 * @param label its class; -1 where labels don't condition the generator
 * @param image the generator's image of both, [side, side, channels] in [-1, 1]
 * @param psnr of it beside the target, in decibels
 * @param restarts the same of each restart's end, in their order
 * @param steps that the best restart took
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record Projection(
    float[] latent, int label, float[] image, double psnr, double[] restarts, int steps) {}
