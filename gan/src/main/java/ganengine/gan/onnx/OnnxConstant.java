package ganengine.gan.onnx;

/**
 * A tensor that stands in the file, axes in ONNX's order.
 *
 * @param sizes of its axes; all at least 0
 * @param reals its elements where they are real numbers of any precision, else null
 * @param integers its elements where they are whole numbers, else null
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
record OnnxConstant(int[] sizes, float[] reals, long[] integers) {}
