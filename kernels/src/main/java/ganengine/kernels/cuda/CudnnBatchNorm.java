package ganengine.kernels.cuda;

import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.NormalisationKernels;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;
import jcuda.Pointer;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnBatchNormMode;
import jcuda.jcudnn.cudnnTensorDescriptor;
import jcuda.jcudnn.cudnnTensorFormat;

/**
 * Batch norm in training and its gradient by cuDNN, all other normalisations by our own kernels. An
 * activation is a pass of its own here.
 */
final class CudnnBatchNorm implements NormalisationKernels, AutoCloseable {
  private static final int MODE = cudnnBatchNormMode.CUDNN_BATCHNORM_SPATIAL;

  /** cuDNN checks it, but takes the statistics that it is given. */
  private static final double UNUSED_EPSILON = 1e-5;

  private final Cuda cuda;
  private final CudnnHandle cudnn;
  private final NormalisationKernels own;
  private final PointwiseKernels pointwise;
  private final cudnnTensorDescriptor data = new cudnnTensorDescriptor();
  private final cudnnTensorDescriptor parameters = new cudnnTensorDescriptor();

  CudnnBatchNorm(
      Cuda cuda, CudnnHandle cudnn, NormalisationKernels own, PointwiseKernels pointwise) {
    this.cuda = cuda;
    this.cudnn = cudnn;
    this.own = own;
    this.pointwise = pointwise;
    Status.cudnn(JCudnn.cudnnCreateTensorDescriptor(data), "cudnnCreateTensorDescriptor");
    Status.cudnn(JCudnn.cudnnCreateTensorDescriptor(parameters), "cudnnCreateTensorDescriptor");
  }

  @Override
  public void batchNorm(
      int rows,
      int columns,
      double epsilon,
      Activation activation,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    describe(rows, columns, x.type());
    Status.cudnn(
        JCudnn.cudnnBatchNormalizationForwardTraining(
            cudnn.handle(),
            MODE,
            cudnn.one(),
            cudnn.zero(),
            data,
            CudaBuffer.of(x).pointer(),
            data,
            CudaBuffer.of(y).pointer(),
            parameters,
            CudaBuffer.of(gamma).pointer(),
            CudaBuffer.of(beta).pointer(),
            0,
            new Pointer(),
            new Pointer(),
            epsilon,
            CudaBuffer.of(mean).pointer(),
            CudaBuffer.of(invStd).pointer()),
        "cudnnBatchNormalizationForwardTraining",
        rows,
        columns,
        x.type());
    switch (activation.kind()) {
      case NONE -> {}
      case LEAKY_RELU -> pointwise.unary(UnaryFunction.LEAKY_RELU, activation.slope(), 0, y, y);
      case TANH -> pointwise.unary(UnaryFunction.TANH, 0, 0, y, y);
      case SIGMOID -> pointwise.unary(UnaryFunction.SIGMOID, 0, 0, y, y);
    }
  }

  @Override
  public void batchNormGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer x,
      Buffer y,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    if (activation.kind() == Activation.Kind.NONE) {
      gradient(rows, columns, gradY, x, gamma, mean, invStd, gradX, gradGamma, gradBeta);
      return;
    }
    Buffer before = cuda.scratch(gradY.type(), (long) rows * columns);
    Broadcast same = Broadcast.same(rows * columns);
    switch (activation.kind()) {
      case TANH -> pointwise.binary(BinaryFunction.TANH_GRADIENT, 0, same, gradY, y, before);
      case SIGMOID -> pointwise.binary(BinaryFunction.SIGMOID_GRADIENT, 0, same, gradY, y, before);
      default ->
          // y has the sign of what went in.
          pointwise.binary(
              BinaryFunction.LEAKY_RELU_GRADIENT, activation.slope(), same, gradY, y, before);
    }
    gradient(rows, columns, before, x, gamma, mean, invStd, gradX, gradGamma, gradBeta);
    cuda.release(before);
  }

  private void gradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    describe(rows, columns, x.type());
    Status.cudnn(
        JCudnn.cudnnBatchNormalizationBackward(
            cudnn.handle(),
            MODE,
            cudnn.one(),
            cudnn.zero(),
            cudnn.one(),
            cudnn.zero(),
            data,
            CudaBuffer.of(x).pointer(),
            data,
            CudaBuffer.of(gradY).pointer(),
            data,
            CudaBuffer.of(gradX).pointer(),
            parameters,
            CudaBuffer.of(gamma).pointer(),
            CudaBuffer.of(gradGamma).pointer(),
            CudaBuffer.of(gradBeta).pointer(),
            UNUSED_EPSILON,
            CudaBuffer.of(mean).pointer(),
            CudaBuffer.of(invStd).pointer()),
        "cudnnBatchNormalizationBackward",
        rows,
        columns,
        x.type());
  }

  /** The rows as the height of one image: as many of them are allowed as there is memory for. */
  private void describe(int rows, int columns, ElementType type) {
    Status.cudnn(
        JCudnn.cudnnSetTensor4dDescriptor(
            data,
            cudnnTensorFormat.CUDNN_TENSOR_NHWC,
            CudnnHandle.dataType(type),
            1,
            columns,
            rows,
            1),
        "cudnnSetTensor4dDescriptor",
        rows,
        columns,
        type);
    Status.cudnn(
        JCudnn.cudnnDeriveBNTensorDescriptor(parameters, data, MODE),
        "cudnnDeriveBNTensorDescriptor",
        columns);
  }

  @Override
  public void updateRunning(
      int rows,
      double momentum,
      double epsilon,
      Buffer mean,
      Buffer invStd,
      Buffer runningMean,
      Buffer runningVariance) {
    own.updateRunning(rows, momentum, epsilon, mean, invStd, runningMean, runningVariance);
  }

  @Override
  public void batchNormInference(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer mean,
      Buffer variance,
      Buffer y) {
    own.batchNormInference(rows, columns, epsilon, x, gamma, beta, mean, variance, y);
  }

  @Override
  public void layerNorm(
      int rows,
      int columns,
      double epsilon,
      Buffer x,
      Buffer gamma,
      Buffer beta,
      Buffer y,
      Buffer mean,
      Buffer invStd) {
    own.layerNorm(rows, columns, epsilon, x, gamma, beta, y, mean, invStd);
  }

  @Override
  public void layerNormGradient(
      int rows,
      int columns,
      Buffer gradY,
      Buffer x,
      Buffer gamma,
      Buffer mean,
      Buffer invStd,
      Buffer gradX,
      Buffer gradGamma,
      Buffer gradBeta) {
    own.layerNormGradient(rows, columns, gradY, x, gamma, mean, invStd, gradX, gradGamma, gradBeta);
  }

  @Override
  public void softmax(int rows, int columns, Buffer x, Buffer y) {
    own.softmax(rows, columns, x, y);
  }

  @Override
  public void logSoftmax(int rows, int columns, Buffer x, Buffer y) {
    own.logSoftmax(rows, columns, x, y);
  }

  @Override
  public void close() {
    Status.cudnn(JCudnn.cudnnDestroyTensorDescriptor(parameters), "cudnnDestroyTensorDescriptor");
    Status.cudnn(JCudnn.cudnnDestroyTensorDescriptor(data), "cudnnDestroyTensorDescriptor");
  }
}
