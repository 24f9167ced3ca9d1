package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.assertClose;
import static ganengine.kernels.cuda.emulation.EmulatedCard.cut;
import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static ganengine.kernels.cuda.emulation.EmulatedCard.random;
import static jcuda.jcudnn.cudnnBatchNormMode.CUDNN_BATCHNORM_PER_ACTIVATION;
import static jcuda.jcudnn.cudnnBatchNormMode.CUDNN_BATCHNORM_SPATIAL;
import static jcuda.jcudnn.cudnnBatchNormMode.CUDNN_BATCHNORM_SPATIAL_PERSISTENT;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_BFLOAT16;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnTensorDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulated cuDNN's batch norm against plain loops. */
class EmulatedBatchNormTest {
  private static final int N = 3;
  private static final int H = 5;
  private static final int W = 2;
  private static final int CHANNELS = 7;
  private static final int ROWS = N * H * W;
  private static final int SIZE = ROWS * CHANNELS;
  private static final double EPSILON = 1e-3;

  private final float[] scale = random(1, CHANNELS);
  private final float[] bias = random(2, CHANNELS);

  private EmulatedCard card;
  private EmulatedCudnn cudnn;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    cudnn = new EmulatedCudnn(card);
  }

  @AfterEach
  void close() {
    if (cudnn != null) {
      cudnn.close();
      card.close();
    }
  }

  private cudnnTensorDescriptor data(int type) {
    return cudnn.tensor(type, N, H, W, CHANNELS);
  }

  private cudnnTensorDescriptor parameters(cudnnTensorDescriptor data) {
    cudnnTensorDescriptor derived = cudnn.tensor();
    done(JCudnn.cudnnDeriveBNTensorDescriptor(derived, data, CUDNN_BATCHNORM_SPATIAL));
    return derived;
  }

  /** Means of the columns of [ROWS, CHANNELS]. */
  private static double[] means(double[] values) {
    double[] means = new double[CHANNELS];
    for (int i = 0; i < SIZE; i++) {
      means[i % CHANNELS] += values[i] / ROWS;
    }
    return means;
  }

  private static double[] mean(float[] x) {
    double[] values = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = x[i];
    }
    return means(values);
  }

  private static double[] variance(float[] x) {
    double[] mean = mean(x);
    double[] squares = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      squares[i] = (x[i] - mean[i % CHANNELS]) * (x[i] - mean[i % CHANNELS]);
    }
    return means(squares);
  }

  private static double[] inverse(double[] variance) {
    double[] inverse = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      inverse[c] = 1 / Math.sqrt(variance[c] + EPSILON);
    }
    return inverse;
  }

  private double[] normalised(float[] x, double[] mean, double[] inverse) {
    double[] y = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int c = i % CHANNELS;
      y[i] = scale[c] * (x[i] - mean[c]) * inverse[c] + bias[c];
    }
    return y;
  }

  @ParameterizedTest
  @ValueSource(ints = {CUDNN_BATCHNORM_SPATIAL, CUDNN_BATCHNORM_SPATIAL_PERSISTENT})
  void normalisesAndKeepsStatistics(int mode) {
    float[] x = random(3, SIZE);
    float[] oldMean = random(4, CHANNELS);
    float[] oldVariance = random(5, CHANNELS);
    CUdeviceptr runningMean = card.floats(oldMean);
    CUdeviceptr runningVariance = card.floats(oldVariance);
    CUdeviceptr savedMean = card.unwritten(4 * CHANNELS);
    CUdeviceptr savedInverse = card.unwritten(4 * CHANNELS);
    CUdeviceptr y = card.unwritten(4 * SIZE);
    cudnnTensorDescriptor data = data(CUDNN_DATA_FLOAT);
    done(
        JCudnn.cudnnBatchNormalizationForwardTraining(
            cudnn.handle(),
            mode,
            factor(1),
            factor(0),
            data,
            card.floats(x),
            data,
            y,
            parameters(data),
            card.floats(scale),
            card.floats(bias),
            0.25,
            runningMean,
            runningVariance,
            EPSILON,
            savedMean,
            savedInverse));
    double[] mean = mean(x);
    double[] variance = variance(x);
    double[] newMean = new double[CHANNELS];
    double[] newVariance = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      newMean[c] = 0.75 * oldMean[c] + 0.25 * mean[c];
      newVariance[c] = 0.75 * oldVariance[c] + 0.25 * variance[c] * ROWS / (ROWS - 1);
    }
    assertClose(card.readFloats(y, SIZE), normalised(x, mean, inverse(variance)), 1e-7);
    assertClose(card.readFloats(savedMean, CHANNELS), mean, 1e-7);
    assertClose(card.readFloats(savedInverse, CHANNELS), inverse(variance), 1e-7);
    assertClose(card.readFloats(runningMean, CHANNELS), newMean, 1e-7);
    assertClose(card.readFloats(runningVariance, CHANNELS), newVariance, 1e-7);
  }

  @Test
  void infersInBf16() {
    float[] x = cut(random(6, SIZE));
    float[] mean = random(7, CHANNELS);
    float[] variance = {1, 2, 0.5f, 4, 0, 1.5f, 3};
    CUdeviceptr y = card.unwritten(2 * SIZE);
    cudnnTensorDescriptor data = data(CUDNN_DATA_BFLOAT16);
    done(
        JCudnn.cudnnBatchNormalizationForwardInference(
            cudnn.handle(),
            CUDNN_BATCHNORM_SPATIAL,
            factor(1),
            factor(0),
            data,
            card.halves(x),
            data,
            y,
            parameters(data),
            card.floats(scale),
            card.floats(bias),
            card.floats(mean),
            card.floats(variance),
            EPSILON));
    double[] wideMean = new double[CHANNELS];
    double[] wideVariance = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      wideMean[c] = mean[c];
      wideVariance[c] = variance[c];
    }
    double[] expected = normalised(x, wideMean, inverse(wideVariance));
    assertClose(card.readHalves(y, SIZE), expected, 1.0 / 256);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesBackWithSavedStatisticsOrWithout(boolean saved) {
    float[] x = random(8, SIZE);
    float[] gradY = random(9, SIZE);
    double[] mean = mean(x);
    double[] inverse = inverse(variance(x));
    double[] gradScale = new double[CHANNELS];
    double[] gradBias = new double[CHANNELS];
    double[] gradX = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int c = i % CHANNELS;
      gradBias[c] += gradY[i];
      gradScale[c] += gradY[i] * (x[i] - mean[c]) * inverse[c];
    }
    for (int i = 0; i < SIZE; i++) {
      int c = i % CHANNELS;
      double share = (gradBias[c] + (x[i] - mean[c]) * inverse[c] * gradScale[c]) / ROWS;
      gradX[i] = scale[c] * inverse[c] * (gradY[i] - share);
    }
    Pointer noStatistics = new Pointer();
    CUdeviceptr dx = card.unwritten(4 * SIZE);
    CUdeviceptr dScale = card.unwritten(4 * CHANNELS);
    CUdeviceptr dBias = card.unwritten(4 * CHANNELS);
    cudnnTensorDescriptor data = data(CUDNN_DATA_FLOAT);
    done(
        JCudnn.cudnnBatchNormalizationBackward(
            cudnn.handle(),
            CUDNN_BATCHNORM_SPATIAL,
            factor(1),
            factor(0),
            factor(1),
            factor(0),
            data,
            card.floats(x),
            data,
            card.floats(gradY),
            data,
            dx,
            parameters(data),
            card.floats(scale),
            dScale,
            dBias,
            EPSILON,
            saved ? card.floats(narrowed(mean)) : noStatistics,
            saved ? card.floats(narrowed(inverse)) : noStatistics));
    assertClose(card.readFloats(dx, SIZE), gradX, 1e-6);
    assertClose(card.readFloats(dScale, CHANNELS), gradScale, 1e-6);
    assertClose(card.readFloats(dBias, CHANNELS), gradBias, 1e-7);
  }

  private static float[] narrowed(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private int infer(int mode, cudnnTensorDescriptor parameters, Pointer mean, double epsilon) {
    cudnnTensorDescriptor data = data(CUDNN_DATA_FLOAT);
    return JCudnn.cudnnBatchNormalizationForwardInference(
        cudnn.handle(),
        mode,
        factor(1),
        factor(0),
        data,
        card.floats(random(10, SIZE)),
        data,
        card.unwritten(4 * SIZE),
        parameters,
        card.floats(scale),
        card.floats(bias),
        mean,
        card.floats(scale),
        epsilon);
  }

  @Test
  void refusesWhatDoesNotFit() {
    cudnnTensorDescriptor good = parameters(data(CUDNN_DATA_FLOAT));
    CUdeviceptr mean = card.floats(bias);
    assertThat(infer(CUDNN_BATCHNORM_PER_ACTIVATION, good, mean, EPSILON))
        .isEqualTo(EmulatedCudnn.NOT_SUPPORTED);
    assertThat(infer(CUDNN_BATCHNORM_SPATIAL, data(CUDNN_DATA_FLOAT), mean, EPSILON))
        .isEqualTo(EmulatedCudnn.BAD_PARAM);
    assertThat(infer(CUDNN_BATCHNORM_SPATIAL, good, mean, -1)).isEqualTo(EmulatedCudnn.BAD_PARAM);
    assertThat(infer(CUDNN_BATCHNORM_SPATIAL, good, new Pointer(), EPSILON))
        .isEqualTo(EmulatedCudnn.BAD_PARAM);
    assertThat(infer(CUDNN_BATCHNORM_SPATIAL, good, card.unwritten(4 * CHANNELS), EPSILON))
        .isEqualTo(EmulatedCudnn.EXECUTION_FAILED);
  }
}
