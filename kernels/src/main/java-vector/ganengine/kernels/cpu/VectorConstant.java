package ganengine.kernels.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One number in all lanes. The vectors' own methods take numbers as well, but by so many calls of
 * calls that the compiler may give up inlining before it has seen through.
 */
final class VectorConstant {
  private static final VectorSpecies<Integer> INTS = VectorLanes.SPECIES.withLanes(int.class);

  private VectorConstant() {}

  static FloatVector all(float number) {
    return FloatVector.broadcast(VectorLanes.SPECIES, number);
  }

  static IntVector allInts(int number) {
    return IntVector.broadcast(INTS, number);
  }
}
