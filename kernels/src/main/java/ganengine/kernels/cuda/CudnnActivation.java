package ganengine.kernels.cuda;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.Broadcast;
import ganengine.kernels.Buffer;
import ganengine.kernels.ElementType;
import ganengine.kernels.PointwiseKernels;
import ganengine.kernels.UnaryFunction;
import jcuda.jcudnn.JCudnn;
import jcuda.jcudnn.cudnnActivationDescriptor;
import jcuda.jcudnn.cudnnActivationMode;
import jcuda.jcudnn.cudnnNanPropagation;
import jcuda.jcudnn.cudnnTensorDescriptor;
import jcuda.jcudnn.cudnnTensorFormat;

/** Tanh and sigmoid and their gradients by cuDNN, all else by our own kernels. */
final class CudnnActivation implements PointwiseKernels, AutoCloseable {
  private final CudnnHandle cudnn;
  private final PointwiseKernels own;
  private final cudnnTensorDescriptor elements = new cudnnTensorDescriptor();
  private final cudnnActivationDescriptor tanh;
  private final cudnnActivationDescriptor sigmoid;

  CudnnActivation(CudnnHandle cudnn, PointwiseKernels own) {
    this.cudnn = cudnn;
    this.own = own;
    Status.cudnn(JCudnn.cudnnCreateTensorDescriptor(elements), "cudnnCreateTensorDescriptor");
    tanh = descriptor(cudnnActivationMode.CUDNN_ACTIVATION_TANH);
    sigmoid = descriptor(cudnnActivationMode.CUDNN_ACTIVATION_SIGMOID);
  }

  private static cudnnActivationDescriptor descriptor(int mode) {
    cudnnActivationDescriptor descriptor = new cudnnActivationDescriptor();
    Status.cudnn(
        JCudnn.cudnnCreateActivationDescriptor(descriptor), "cudnnCreateActivationDescriptor");
    Status.cudnn(
        JCudnn.cudnnSetActivationDescriptor(
            descriptor, mode, cudnnNanPropagation.CUDNN_PROPAGATE_NAN, 0),
        "cudnnSetActivationDescriptor",
        cudnnActivationMode.stringFor(mode));
    return descriptor;
  }

  @Override
  public void fill(double value, Buffer out) {
    own.fill(value, out);
  }

  @Override
  public void unary(UnaryFunction function, double p, double q, Buffer x, Buffer out) {
    boolean ours = function != UnaryFunction.TANH && function != UnaryFunction.SIGMOID;
    if (ours || x.type() != out.type()) {
      own.unary(function, p, q, x, out);
      return;
    }
    describe(x.type(), x.length());
    Status.cudnn(
        JCudnn.cudnnActivationForward(
            cudnn.handle(),
            function == UnaryFunction.TANH ? tanh : sigmoid,
            cudnn.one(),
            elements,
            CudaBuffer.of(x).pointer(),
            cudnn.zero(),
            elements,
            CudaBuffer.of(out).pointer()),
        "cudnnActivationForward",
        function,
        x.length());
  }

  @Override
  public void binary(
      BinaryFunction function, double p, Broadcast broadcast, Buffer a, Buffer b, Buffer out) {
    boolean ours =
        function != BinaryFunction.TANH_GRADIENT && function != BinaryFunction.SIGMOID_GRADIENT;
    if (ours || !elementwise(broadcast) || a.type() != out.type() || b.type() != out.type()) {
      own.binary(function, p, broadcast, a, b, out);
      return;
    }
    describe(a.type(), broadcast.outputSize());
    // Of x only the address is looked at: both gradients are functions of y.
    Status.cudnn(
        JCudnn.cudnnActivationBackward(
            cudnn.handle(),
            function == BinaryFunction.TANH_GRADIENT ? tanh : sigmoid,
            cudnn.one(),
            elements,
            CudaBuffer.of(b).pointer(),
            elements,
            CudaBuffer.of(a).pointer(),
            elements,
            CudaBuffer.of(b).pointer(),
            cudnn.zero(),
            elements,
            CudaBuffer.of(out).pointer()),
        "cudnnActivationBackward",
        function,
        broadcast);
  }

  /** Whether no operand is repeated. */
  private static boolean elementwise(Broadcast broadcast) {
    return broadcast.equals(Broadcast.same(broadcast.outputSize()));
  }

  private void describe(ElementType type, long length) {
    Status.cudnn(
        JCudnn.cudnnSetTensor4dDescriptor(
            elements,
            cudnnTensorFormat.CUDNN_TENSOR_NCHW,
            CudnnHandle.dataType(type),
            1,
            1,
            1,
            Math.toIntExact(length)),
        "cudnnSetTensor4dDescriptor",
        type,
        length);
  }

  @Override
  public void close() {
    Status.cudnn(
        JCudnn.cudnnDestroyActivationDescriptor(sigmoid), "cudnnDestroyActivationDescriptor");
    Status.cudnn(JCudnn.cudnnDestroyActivationDescriptor(tanh), "cudnnDestroyActivationDescriptor");
    Status.cudnn(JCudnn.cudnnDestroyTensorDescriptor(elements), "cudnnDestroyTensorDescriptor");
  }
}
