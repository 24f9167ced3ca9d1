package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.assertClose;
import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.EmulatedCard.factor;
import static ganengine.kernels.cuda.emulation.EmulatedCard.random;
import static jcuda.jcudnn.cudnnActivationMode.CUDNN_ACTIVATION_ELU;
import static jcuda.jcudnn.cudnnActivationMode.CUDNN_ACTIVATION_RELU;
import static jcuda.jcudnn.cudnnActivationMode.CUDNN_ACTIVATION_SIGMOID;
import static jcuda.jcudnn.cudnnActivationMode.CUDNN_ACTIVATION_TANH;
import static jcuda.jcudnn.cudnnDataType.CUDNN_DATA_FLOAT;
import static jcuda.jcudnn.cudnnNanPropagation.CUDNN_PROPAGATE_NAN;
import static org.assertj.core.api.Assertions.assertThat;

import jcuda.driver.CUdeviceptr;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnActivationDescriptor;
import jcuda.jcudnn.cudnnTensorDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulated cuDNN's activations and biases against their formulas. */
class EmulatedActivationTest {
  private static final int CHANNELS = 5;
  private static final int ROWS = 2 * 3 * 4;
  private static final int SIZE = ROWS * CHANNELS;

  private EmulatedCard card;
  private EmulatedCudnn cudnn;
  private cudnnTensorDescriptor data;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    cudnn = new EmulatedCudnn(card);
    data = cudnn.tensor(CUDNN_DATA_FLOAT, 2, 3, 4, CHANNELS);
  }

  @AfterEach
  void close() {
    if (cudnn != null) {
      cudnn.close();
      card.close();
    }
  }

  private static double activated(int mode, double x) {
    return switch (mode) {
      case CUDNN_ACTIVATION_SIGMOID -> 1 / (1 + Math.exp(-x));
      case CUDNN_ACTIVATION_TANH -> Math.tanh(x);
      default -> Math.max(0, x);
    };
  }

  private static double slope(int mode, double x) {
    double y = activated(mode, x);
    return switch (mode) {
      case CUDNN_ACTIVATION_SIGMOID -> y * (1 - y);
      case CUDNN_ACTIVATION_TANH -> 1 - y * y;
      default -> x > 0 ? 1 : 0;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {CUDNN_ACTIVATION_SIGMOID, CUDNN_ACTIVATION_RELU, CUDNN_ACTIVATION_TANH})
  void activatesAndGoesBack(int mode) {
    cudnnActivationDescriptor activation = new cudnnActivationDescriptor();
    done(JCudnn.cudnnCreateActivationDescriptor(activation));
    done(JCudnn.cudnnSetActivationDescriptor(activation, mode, CUDNN_PROPAGATE_NAN, 0));
    float[] x = random(1, SIZE);
    float[] gradY = random(2, SIZE);
    double[] y = new double[SIZE];
    double[] gradX = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      y[i] = activated(mode, x[i]);
      gradX[i] = gradY[i] * slope(mode, x[i]);
    }
    CUdeviceptr in = card.floats(x);
    CUdeviceptr out = card.unwritten(4 * SIZE);
    CUdeviceptr dx = card.unwritten(4 * SIZE);
    done(
        JCudnn.cudnnActivationForward(
            cudnn.handle(), activation, factor(1), data, in, factor(0), data, out));
    done(
        JCudnn.cudnnActivationBackward(
            cudnn.handle(),
            activation,
            factor(1),
            data,
            out,
            data,
            card.floats(gradY),
            data,
            in,
            factor(0),
            data,
            dx));
    assertClose(card.readFloats(out, SIZE), y, 1e-7);
    assertClose(card.readFloats(dx, SIZE), gradX, 1e-6);
    done(
        JCudnn.cudnnSetActivationDescriptor(
            activation, CUDNN_ACTIVATION_ELU, CUDNN_PROPAGATE_NAN, 1));
    assertThat(
            JCudnn.cudnnActivationForward(
                cudnn.handle(), activation, factor(1), data, in, factor(0), data, out))
        .isEqualTo(EmulatedCudnn.NOT_SUPPORTED);
    done(JCudnn.cudnnDestroyActivationDescriptor(activation));
    assertThat(JCudnn.cudnnDestroyActivationDescriptor(activation))
        .isEqualTo(EmulatedCudnn.BAD_PARAM);
  }

  @Test
  void addsABiasAndSumsItsGradient() {
    float[] bias = random(3, CHANNELS);
    float[] before = random(4, SIZE);
    double[] after = new double[SIZE];
    double[] sums = new double[CHANNELS];
    for (int i = 0; i < SIZE; i++) {
      after[i] = before[i] + 2 * bias[i % CHANNELS];
      sums[i % CHANNELS] += before[i];
    }
    cudnnTensorDescriptor channels = cudnn.tensor(CUDNN_DATA_FLOAT, 1, 1, 1, CHANNELS);
    CUdeviceptr values = card.floats(before);
    CUdeviceptr gradBias = card.unwritten(4 * CHANNELS);
    done(
        JCudnn.cudnnConvolutionBackwardBias(
            cudnn.handle(), factor(1), data, values, factor(0), channels, gradBias));
    done(
        JCudnn.cudnnAddTensor(
            cudnn.handle(), factor(2), channels, card.floats(bias), factor(1), data, values));
    assertClose(card.readFloats(gradBias, CHANNELS), sums, 1e-7);
    assertClose(card.readFloats(values, SIZE), after, 1e-7);
    cudnnTensorDescriptor tooMany = cudnn.tensor(CUDNN_DATA_FLOAT, 1, 1, 1, CHANNELS + 1);
    assertThat(
            JCudnn.cudnnAddTensor(
                cudnn.handle(),
                factor(2),
                tooMany,
                card.floats(random(5, CHANNELS + 1)),
                factor(1),
                data,
                values))
        .isEqualTo(EmulatedCudnn.BAD_PARAM);
  }
}
