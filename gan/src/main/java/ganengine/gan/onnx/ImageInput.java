package ganengine.gan.onnx;

/**
 * What images a model takes.
 *
 * @param name of the graph's input
 * @param batch how many at once; 0 for any number
 * @param height rows; 0 if any
 * @param width columns; 0 if any
 * @param channels of an image; 0 if not said
 * @param channelsLast whether the file has them as [batch, height, width, channels]
 * @param bytes whether they are whole numbers from 0 to 255
 */
public record ImageInput(
    String name,
    int batch,
    int height,
    int width,
    int channels,
    boolean channelsLast,
    boolean bytes) {}
