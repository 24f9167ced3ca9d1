package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@code UnaryFunction}: out[to + i] = f(x[at + i]) for i below count, a multiple of
 * the lanes.
 */
final class VectorUnary {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private VectorUnary() {}

  static void negate(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.neg().intoArray(out, to + i);
    }
  }

  static void affine(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.fma(all(p), all(q)).intoArray(out, to + i);
    }
  }

  static void abs(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.abs().intoArray(out, to + i);
    }
  }

  static void sign(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.blend(all(1), v.compare(GT, all(0)))
          .blend(all(-1), v.compare(LT, all(0)))
          .intoArray(out, to + i);
    }
  }

  static void square(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.mul(v).intoArray(out, to + i);
    }
  }

  static void sqrt(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.sqrt().intoArray(out, to + i);
    }
  }

  static void reciprocal(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      all(1).div(v).intoArray(out, to + i);
    }
  }

  static void exp(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      VectorExponential.exp(v).intoArray(out, to + i);
    }
  }

  static void log(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      VectorLogarithm.log(v).intoArray(out, to + i);
    }
  }

  static void tanh(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      VectorExponential.tanh(v).intoArray(out, to + i);
    }
  }

  static void sigmoid(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      VectorExponential.sigmoid(v).intoArray(out, to + i);
    }
  }

  /** The first half of softplus: exp(-|x|). */
  static void expOfNegativeSize(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      VectorExponential.exp(v.abs().neg()).intoArray(out, to + i);
    }
  }

  static void leakyRelu(float p, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.mul(all(p)).blend(v, v.compare(GT, all(0))).intoArray(out, to + i);
    }
  }

  static void clamp(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.blend(all(p), v.compare(LT, all(p)))
          .blend(all(q), v.compare(GT, all(q)))
          .intoArray(out, to + i);
    }
  }

  static void within(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      all(0).blend(all(1), v.compare(GE, all(p)).and(v.compare(LE, all(q)))).intoArray(out, to + i);
    }
  }

  static void below(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      all(0).blend(all(q), v.compare(LT, all(p))).intoArray(out, to + i);
    }
  }
}
