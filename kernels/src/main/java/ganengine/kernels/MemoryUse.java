package ganengine.kernels;

/**
 * Counters of a device's buffer pool.
 *
 * @param liveBytes bytes in buffers that are out
 * @param peakBytes the most that {@code liveBytes} has been
 * @param restingBytes bytes held by the pool for reuse
 * @param allocations how often the device's own allocator was called; constant from a training
 *     loop's second step on
 */
public record MemoryUse(long liveBytes, long peakBytes, long restingBytes, long allocations) {}
