/**
 * The {@code cuda} device: NVIDIA cards through the driver API, cuBLAS, cuDNN and kernels of our
 * own.
 *
 * <p>{@link ganengine.kernels.cuda.CudaDevice} puts it together. What its kernel families share is
 * {@link ganengine.kernels.cuda.Cuda}: one context, one stream, the pool that alone calls the
 * driver's allocator, pinned staging memory for transfers, and the kernels from {@code
 * src/main/cuda}, which NVRTC compiles for the card at hand on their first use. Nothing here waits
 * for the card but downloads and {@code synchronize}, so that a whole training step can be captured
 * as a graph.
 */
package ganengine.kernels.cuda;
