package ganengine.kernels.cuda;

import ganengine.kernels.ElementType;
import ganengine.kernels.Precision;
import jcuda.jcublas.cublasComputeType;
import jcuda.jcudnn.cudnnMathType;

/**
 * How NVIDIA's libraries may multiply, by the precision asked for and the operands' type. Sums are
 * in float throughout. Cards without TF32 take it as 32-bit floats.
 */
final class Arithmetic {
  private Arithmetic() {}

  /** Whether products of 32-bit floats must be exact to their last bits. */
  static boolean exact(Precision precision, ElementType type) {
    return precision == Precision.FP32 && type == ElementType.REAL;
  }

  /**
   * A {@link cudnnMathType}. TF32 is what cuDNN's default allows; its ALLOW_CONVERSION would round
   * floats to half precision on the cards before TF32.
   */
  static int ofConvolution(Precision precision, ElementType type) {
    if (type == ElementType.BFLOAT16) {
      return cudnnMathType.CUDNN_TENSOR_OP_MATH;
    }
    return exact(precision, type) ? cudnnMathType.CUDNN_FMA_MATH : cudnnMathType.CUDNN_DEFAULT_MATH;
  }

  /** A {@link cublasComputeType}. Plain 32F is without TF32, as long as the math mode is too. */
  static int ofProduct(Precision precision, ElementType type) {
    return type == ElementType.BFLOAT16 || exact(precision, type)
        ? cublasComputeType.CUBLAS_COMPUTE_32F
        : cublasComputeType.CUBLAS_COMPUTE_32F_FAST_TF32;
  }
}
