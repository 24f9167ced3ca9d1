package ganengine.kernels.cpu;

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
      v.fma(FloatVector.broadcast(SPECIES, p), FloatVector.broadcast(SPECIES, q))
          .intoArray(out, to + i);
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
      v.blend(1, v.compare(GT, 0)).blend(-1, v.compare(LT, 0)).intoArray(out, to + i);
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
      FloatVector.broadcast(SPECIES, 1).div(v).intoArray(out, to + i);
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

  static void softplus(float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      VectorLogarithm.softplus(v).intoArray(out, to + i);
    }
  }

  static void leakyRelu(float p, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.mul(p).blend(v, v.compare(GT, 0)).intoArray(out, to + i);
    }
  }

  static void clamp(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      v.blend(p, v.compare(LT, p)).blend(q, v.compare(GT, q)).intoArray(out, to + i);
    }
  }

  static void within(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      FloatVector.zero(SPECIES)
          .blend(1, v.compare(GE, p).and(v.compare(LE, q)))
          .intoArray(out, to + i);
    }
  }

  static void below(float p, float q, float[] x, int at, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      FloatVector.zero(SPECIES).blend(q, v.compare(LT, p)).intoArray(out, to + i);
    }
  }
}
