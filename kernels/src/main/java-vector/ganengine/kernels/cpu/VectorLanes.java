package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The float vectors in use: the widest of this machine, or what {@code -Dganengine.laneBits} (128,
 * 256 or 512; for tests) asks for.
 */
final class VectorLanes {
  static final VectorSpecies<Float> SPECIES =
      Integer.getInteger("ganengine.laneBits") == null
          ? FloatVector.SPECIES_PREFERRED
          : VectorSpecies.of(
              float.class, VectorShape.forBitSize(Integer.getInteger("ganengine.laneBits")));

  private VectorLanes() {}

  /** Bits of one vector. */
  static int bits() {
    return SPECIES.vectorBitSize();
  }

  /** The tile that fits the registers: machines with 512-bit vectors have 32, others 16. */
  static MicroKernel microKernel() {
    return bits() == 512 ? new VectorTile8() : new VectorTile6();
  }
}
