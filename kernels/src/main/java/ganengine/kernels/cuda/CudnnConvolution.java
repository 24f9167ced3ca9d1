package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.ElementType;
import java.util.HashMap;
import java.util.Map;

/**
 * Convolution through cuDNN, in 32-bit floats or bfloat16. How a geometry is computed is found out
 * at its first use and kept ({@link ConvolutionPlan}).
 */
final class CudnnConvolution implements ConvolutionKernels, AutoCloseable {
  /** Workspace that one algorithm may have, in bytes. */
  static final long WORKSPACE_LIMIT = 1L << 30;

  private static final ConvolutionPass FORWARD = new ForwardPass();
  private static final ConvolutionPass INPUT_GRADIENT = new InputGradientPass();
  private static final ConvolutionPass FILTER_GRADIENT = new FilterGradientPass();

  private record Key(Convolution size, ConvolutionPass pass, ElementType type) {}

  /** One method of {@link ConvolutionKernels}. */
  @FunctionalInterface
  private interface Kernel {
    void run(Convolution size, Buffer first, Buffer second, Buffer result);
  }

  private final Cuda cuda;
  private final CudnnHandle cudnn;
  private final long workspaceLimit;
  private final ImageFrames frames;
  private final DirectConvolution direct;
  private final Map<Key, ConvolutionPlan> plans = new HashMap<>();

  CudnnConvolution(Cuda cuda, CudnnHandle cudnn) {
    this(cuda, cudnn, WORKSPACE_LIMIT);
  }

  CudnnConvolution(Cuda cuda, CudnnHandle cudnn, long workspaceLimit) {
    this.cuda = cuda;
    this.cudnn = cudnn;
    this.workspaceLimit = workspaceLimit;
    frames = new ImageFrames(cuda);
    direct = new DirectConvolution(cuda);
  }

  @Override
  public void forward(Convolution size, Buffer x, Buffer filter, Buffer y) {
    if (PaddedConvolution.symmetric(size)) {
      run(FORWARD, size, x, filter, y, direct::forward);
      return;
    }
    Convolution framed = PaddedConvolution.framed(size);
    CudaBuffer frame = frame(size, framed, x);
    run(FORWARD, framed, frame, filter, y, direct::forward);
    cuda.release(frame);
  }

  @Override
  public void inputGradient(Convolution size, Buffer gradY, Buffer filter, Buffer gradX) {
    if (PaddedConvolution.symmetric(size)) {
      run(INPUT_GRADIENT, size, gradY, filter, gradX, direct::inputGradient);
      return;
    }
    Convolution framed = PaddedConvolution.framed(size);
    CudaBuffer frame = emptyFrame(framed, gradX.type());
    run(INPUT_GRADIENT, framed, gradY, filter, frame, direct::inputGradient);
    frames.unframe(size, framed, gradX.type(), frame, gradX);
    cuda.release(frame);
  }

  @Override
  public void filterGradient(Convolution size, Buffer x, Buffer gradY, Buffer gradFilter) {
    if (PaddedConvolution.symmetric(size)) {
      run(FILTER_GRADIENT, size, x, gradY, gradFilter, direct::filterGradient);
      return;
    }
    Convolution framed = PaddedConvolution.framed(size);
    CudaBuffer frame = frame(size, framed, x);
    run(FILTER_GRADIENT, framed, frame, gradY, gradFilter, direct::filterGradient);
    cuda.release(frame);
  }

  private CudaBuffer frame(Convolution size, Convolution framed, Buffer x) {
    CudaBuffer frame = emptyFrame(framed, x.type());
    frames.frame(size, framed, x.type(), x, frame);
    return frame;
  }

  private CudaBuffer emptyFrame(Convolution framed, ElementType type) {
    return cuda.scratch(type, framed.inputSize());
  }

  private void run(
      ConvolutionPass pass,
      Convolution size,
      Buffer first,
      Buffer second,
      Buffer result,
      Kernel lastResort) {
    requireOneType(pass, size, first, second, result);
    CudaBuffer a = CudaBuffer.of(first);
    CudaBuffer b = CudaBuffer.of(second);
    CudaBuffer out = CudaBuffer.of(result);
    Key key = new Key(size, pass, out.type());
    ConvolutionPlan plan = plans.get(key);
    if (plan == null) {
      plan = plan(key, a, b);
      plans.put(key, plan);
    }
    if (!plan.run(a, b, out)) {
      lastResort.run(size, first, second, result);
    }
  }

  private ConvolutionPlan plan(Key key, CudaBuffer first, CudaBuffer second) {
    ElementType type = key.type();
    ConvolutionDescriptors descriptors =
        new ConvolutionDescriptors(
            key.size(), type, Arithmetic.ofConvolution(cuda.precision(), type));
    ConvolutionSearch search =
        new ConvolutionSearch(
            cuda,
            cudnn,
            key.pass(),
            descriptors,
            Arithmetic.exact(cuda.precision(), type),
            workspaceLimit);
    if (cuda.deterministic() || cuda.capturing()) {
      return search.guess();
    }
    long resultBytes = (long) key.pass().resultSize(key.size()) * CudaBuffer.bytes(type);
    return search.measure(first, second, resultBytes);
  }

  private static void requireOneType(
      ConvolutionPass pass, Convolution size, Buffer first, Buffer second, Buffer result) {
    if (first.type() != second.type() || first.type() != result.type()) {
      throw new IllegalArgumentException(
          "%s of %s takes operands and result of one type, got %s, %s and %s; convert them first"
              .formatted(pass.name(), size, first.type(), second.type(), result.type()));
    }
  }

  /** How many passes have been planned. */
  int plans() {
    return plans.size();
  }

  @Override
  public void close() {
    plans.values().forEach(ConvolutionPlan::close);
    plans.clear();
  }
}
