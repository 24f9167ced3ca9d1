package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@code BinaryFunction}: out[to + i] = f(a[atA + i], b[atB + i]) for i below count, a
 * multiple of the lanes.
 */
final class VectorBinary {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private VectorBinary() {}

  static void add(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.add(vb).intoArray(out, to + i);
    }
  }

  static void subtract(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.sub(vb).intoArray(out, to + i);
    }
  }

  static void multiply(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.mul(vb).intoArray(out, to + i);
    }
  }

  static void divide(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.div(vb).intoArray(out, to + i);
    }
  }

  static void maximum(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.max(vb).intoArray(out, to + i);
    }
  }

  static void tanhGradient(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.mul(vb.mul(vb).neg().add(all(1))).intoArray(out, to + i);
    }
  }

  static void sigmoidGradient(
      float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.mul(vb).mul(vb.neg().add(all(1))).intoArray(out, to + i);
    }
  }

  static void softplusGradient(
      float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      VectorExponential.timesSigmoid(va, vb).intoArray(out, to + i);
    }
  }

  static void leakyReluGradient(
      float p, float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      va.mul(all(p)).blend(va, vb.compare(GT, all(0))).intoArray(out, to + i);
    }
  }

  /** The second half of softplus of b, where a = exp(-|b|). */
  static void softplus(float[] a, int atA, float[] b, int atB, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector va = FloatVector.fromArray(SPECIES, a, atA + i);
      FloatVector vb = FloatVector.fromArray(SPECIES, b, atB + i);
      VectorLogarithm.softplus(va, vb).intoArray(out, to + i);
    }
  }
}
