package ganengine.kernels.cpu;

import static ganengine.kernels.cpu.VectorConstant.all;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Parameter updates a vector at a time; what is left at the end of a piece is scalar. */
final class VectorUpdateLoops implements UpdateLoops {
  private static final VectorSpecies<Float> SPECIES = VectorLanes.SPECIES;
  private static final int LANES = SPECIES.length();

  private final UpdateLoops scalar = new ScalarUpdateLoops();

  @Override
  public void adam(
      AdamStep step,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] m,
      int atM,
      float[] v,
      int atV,
      int count) {
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, atG + i);
      FloatVector first =
          FloatVector.fromArray(SPECIES, m, atM + i)
              .fma(all(step.beta1()), gradient.mul(all(step.gain1())));
      first = first.blend(all(0), first.abs().compare(LT, all(SMALLEST_FIRST)));
      FloatVector share = gradient.mul(all(step.rootGain2()));
      share = share.blend(all(0), share.abs().compare(LT, all(SMALLEST_SHARE)));
      FloatVector second =
          share.fma(share, FloatVector.fromArray(SPECIES, v, atV + i).mul(all(step.beta2())));
      second = second.blend(all(0), second.compare(LT, all(SMALLEST_SECOND)));
      first.intoArray(m, atM + i);
      second.intoArray(v, atV + i);
      FloatVector root = second.sqrt().fma(all(step.rootScale()), all(step.epsilon()));
      FloatVector kept = FloatVector.fromArray(SPECIES, p, atP + i).mul(all(step.keep()));
      kept.sub(first.div(root).mul(all(step.rate()))).intoArray(p, atP + i);
    }
    scalar.adam(
        step, g, atG + whole, p, atP + whole, m, atM + whole, v, atV + whole, count - whole);
  }

  @Override
  public void rmsProp(
      float decay,
      float gain,
      float epsilon,
      float rate,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] square,
      int atSquare,
      int count) {
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, atG + i);
      FloatVector mean =
          FloatVector.fromArray(SPECIES, square, atSquare + i)
              .fma(all(decay), gradient.mul(gradient).mul(all(gain)));
      mean.intoArray(square, atSquare + i);
      FloatVector change = gradient.mul(all(rate)).div(mean.sqrt().add(all(epsilon)));
      FloatVector.fromArray(SPECIES, p, atP + i).sub(change).intoArray(p, atP + i);
    }
    scalar.rmsProp(
        decay,
        gain,
        epsilon,
        rate,
        g,
        atG + whole,
        p,
        atP + whole,
        square,
        atSquare + whole,
        count - whole);
  }

  @Override
  public void sgd(
      float momentum,
      float rate,
      float[] g,
      int atG,
      float[] p,
      int atP,
      float[] velocity,
      int atVelocity,
      int count) {
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector moved =
          FloatVector.fromArray(SPECIES, velocity, atVelocity + i)
              .mul(all(momentum))
              .add(FloatVector.fromArray(SPECIES, g, atG + i));
      moved.intoArray(velocity, atVelocity + i);
      FloatVector.fromArray(SPECIES, p, atP + i).sub(moved.mul(all(rate))).intoArray(p, atP + i);
    }
    scalar.sgd(
        momentum,
        rate,
        g,
        atG + whole,
        p,
        atP + whole,
        velocity,
        atVelocity + whole,
        count - whole);
  }

  @Override
  public void average(
      float decay, float gain, float[] x, int atX, float[] average, int atAverage, int count) {
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector added = FloatVector.fromArray(SPECIES, x, atX + i).mul(all(gain));
      FloatVector.fromArray(SPECIES, average, atAverage + i)
          .mul(all(decay))
          .add(added)
          .intoArray(average, atAverage + i);
    }
    scalar.average(decay, gain, x, atX + whole, average, atAverage + whole, count - whole);
  }
}
