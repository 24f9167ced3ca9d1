/**
 * Networks that others trained, read from ONNX files and run with the engine's ops: {@link
 * ganengine.gan.onnx.OnnxModel} is what a file holds, {@link ganengine.gan.onnx.OnnxNetwork} the
 * same on a device. For inference, on images.
 */
package ganengine.gan.onnx;
