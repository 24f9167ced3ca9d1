package ganengine.tools;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * The MNIST classifier of the ONNX model zoo, {@code mnist-8.onnx}: one 28 x 28 image of a white
 * digit on black in [0, 1] to the scores of ten digits. It has no class for "not a digit", so look
 * at how sure it is as well.
 */
final class DigitClassifier implements AutoCloseable {
  private static final String INPUT = "Input3";
  private static final long[] INPUT_SHAPE = {1, 1, 28, 28};

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  DigitClassifier(Path model) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(model.toString(), options);
    }
  }

  /** How probable each digit is, from 784 pixels. */
  double[] probabilities(float[] image) throws OrtException {
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(image), INPUT_SHAPE);
        OrtSession.Result result = session.run(Map.of(INPUT, input))) {
      return softmax(((float[][]) result.get(0).getValue())[0]);
    }
  }

  private static double[] softmax(float[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      greatest = Math.max(greatest, score);
    }
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = Math.exp(scores[i] - greatest);
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
