package ganengine.kernels;

/**
 * Sizes of a reduction of x [outer, reduced, inner] over its middle axis to y [outer, inner]. A
 * whole tensor is (1, n, 1); the channels' sums of NHWC are (1, n * h * w, c); rows are (rows,
 * columns, 1).
 */
public record Reduction(int outer, int reduced, int inner) {}
