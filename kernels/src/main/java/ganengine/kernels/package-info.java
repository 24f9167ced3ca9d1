/**
 * Numbers on buffers: what every device can do, said once.
 *
 * <p>{@link ganengine.kernels.Device} is the whole service-provider interface: buffers in and out,
 * and one interface per family of numbers ({@code PointwiseKernels}, {@code MatrixKernels}, {@code
 * ConvolutionKernels}, {@code PoolingKernels}, {@code NormalisationKernels}, {@code
 * ReductionKernels}, {@code FusedKernels}, {@code LayoutKernels}, {@code RandomKernels}, {@code
 * OptimiserKernels}). The sibling packages implement it: {@code reference} (double, textbook loops,
 * the judge of the others), {@code cpu} (float, Vector API) and later {@code cuda}.
 *
 * <p>Rules of every kernel method: geometry first (a record of plain ints, already validated by the
 * caller; kernels never re-check), then inputs, then outputs; outputs are overwritten unless the
 * method says otherwise; an output may be the same buffer as an input only in the pointwise and
 * optimiser families. Tensors are NHWC, filters [outC, kernelH, kernelW, inC / groups], matrices
 * row-major. A kernel that uses several threads gives the same bits for any number of them.
 */
package ganengine.kernels;
