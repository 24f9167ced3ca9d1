/**
 * The device for machines without a GPU: float, Vector API where the JVM has it, several threads.
 *
 * <p>Reals lie in large heap {@code float[]} arrays ({@link ganengine.kernels.cpu.CpuArena}), each
 * buffer at an offset that is 64-byte aligned. Work is cut into pieces whose number does not depend
 * on the thread count ({@link ganengine.kernels.cpu.CpuThreads}), so results don't either. What
 * differs between scalar code and the Vector API stands behind small interfaces that {@link
 * ganengine.kernels.cpu.Lanes} and {@link ganengine.kernels.cpu.Loops} hand out.
 *
 * <p>Matrix products and all passes of convolution are one {@link
 * ganengine.kernels.cpu.PackedProduct}; what differs is how its operands find their elements
 * ({@link ganengine.kernels.cpu.RowOperand}, {@link ganengine.kernels.cpu.ColumnOperand}) and where
 * its rows go ({@link ganengine.kernels.cpu.OutputRows}).
 */
package ganengine.kernels.cpu;
