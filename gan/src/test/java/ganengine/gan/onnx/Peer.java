package ganengine.gan.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ganengine.engine.op.Permute;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

/** onnxruntime, which the same files are given to. */
final class Peer {
  private Peer() {}

  /** Asserts that both give the same for random images of these sizes, in ONNX's order. */
  static void assertAgrees(Path file, int... sizes) throws IOException, OrtException {
    Shape shape = Shape.of(sizes);
    SplittableRandom random = new SplittableRandom(11);
    float[] images = new float[shape.elements()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextDouble(-1, 1);
    }
    assertAgrees(file, shape, images);
  }

  static void assertAgrees(Path file, Shape shape, float[] images)
      throws IOException, OrtException {
    OnnxModel model = OnnxModel.read(file);
    try (OrtSession.SessionOptions oneThread = new OrtSession.SessionOptions();
        OrtSession session = session(file, oneThread);
        OnnxTensor given =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(images), longs(shape));
        OrtSession.Result result = session.run(Map.of(model.input().name(), given));
        Device device = Devices.open("cpu", new DeviceOptions(1));
        OnnxNetwork network = new OnnxNetwork(model, model.outputs().get(0), device);
        Scope scope = Scope.open(device)) {
      OnnxTensor theirs = (OnnxTensor) result.get(0);

      Tensor ours = network.apply(imagesFor(model, Tensor.of(shape, images)));

      assertThat(longs(ours.shape())).isEqualTo(theirs.getInfo().getShape());
      float[] expected = new float[ours.shape().elements()];
      theirs.getFloatBuffer().get(expected);
      assertThat(ours.toFloats()).containsExactly(expected, within(1e-4f));
    }
  }

  private static OrtSession session(Path file, OrtSession.SessionOptions options)
      throws IOException, OrtException {
    options.setIntraOpNumThreads(1);
    return OrtEnvironment.getEnvironment().createSession(Files.readAllBytes(file), options);
  }

  private static Tensor imagesFor(OnnxModel model, Tensor onnx) {
    return model.input().channelsLast() ? onnx : Permute.permute(onnx, 0, 2, 3, 1);
  }

  private static long[] longs(Shape shape) {
    long[] sizes = new long[shape.rank()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = shape.size(i);
    }
    return sizes;
  }
}
