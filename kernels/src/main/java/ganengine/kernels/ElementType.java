package ganengine.kernels;

/** What one element of a {@link Buffer} is. */
public enum ElementType {
  /** The device's floating-point number: double on {@code reference}, float on the others. */
  REAL,
  /**
   * The upper 16 bits of a float: activations of a device that computes in bfloat16; see {@link
   * Device#activationType}.
   */
  BFLOAT16,
  /** A 64-bit signed integer: indices, labels, step counters. */
  INTEGER,
  /** An unsigned byte: pixels of a data set as they lie in its files. */
  BYTE
}
