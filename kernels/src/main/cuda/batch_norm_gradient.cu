// The gradients of batch_norm.cu. The activation's derivative is taken from y as gradY is read, so nothing lies in
// memory between: one pass for the two sums of each column, one for gradX; one launch for a matrix of few rows.
#include "activation.cuh"
#include "columns.cuh"
#include "real.cuh"

struct BatchNormOutput {
  Activation activation;
  const Real* __restrict__ gradY;
  const Real* __restrict__ x;
  const Real* __restrict__ y;
};

// Calls body(k, gradient before the activation, x) for each number of a vector.
template <class Body>
__device__ __forceinline__ void eachGradient(const BatchNormOutput& of, long long vector, int reals, Body body) {
  RealVector gradY = loadPart(of.gradY, vector, reals);
  RealVector x = loadPart(of.x, vector, reals);
  RealVector y = of.activation.needsOutput() ? loadPart(of.y, vector, reals) : gradY;
  for (int k = 0; k < REALS; k++) {
    body(k, of.activation.gradient(toFloat(gradY.at[k]), toFloat(y.at[k])), toFloat(x.at[k]));
  }
}

// The part of gradBeta and gradGamma of each of a thread's slots. What lies behind the matrix's end has gradient 0.
__device__ __forceinline__ void threadSums(
    const ColumnWalk& walk,
    const BatchNormOutput& of,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    SumPair (&sums)[REALS]) {
  float centre[REALS];
  for (int k = 0; k < REALS; k++) {
    sums[k] = {0.0f, 0.0f};
    centre[k] = mean[walk.column(k)];
  }
  walk.each([&](long long vector, long long, int reals) {
    eachGradient(of, vector, reals, [&](int k, float gradient, float x) {
      sums[k].grad += gradient;
      sums[k].gradTimesNormalised += gradient * (x - centre[k]);
    });
  });
  for (int k = 0; k < REALS; k++) {
    sums[k].gradTimesNormalised *= invStd[walk.column(k)];
  }
}

__device__ __forceinline__ void writeInputGradient(
    const ColumnWalk& walk,
    const BatchNormOutput& of,
    float perRow,
    const float* __restrict__ gamma,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    const float* gradGamma,
    const float* gradBeta,
    Real* __restrict__ gradX) {
  float centre[REALS];
  float scale[REALS];
  float constant[REALS];
  float slope[REALS];
  for (int k = 0; k < REALS; k++) {
    int c = walk.column(k);
    centre[k] = mean[c];
    scale[k] = gamma[c] * invStd[c];
    constant[k] = gradBeta[c] * perRow;
    slope[k] = invStd[c] * gradGamma[c] * perRow;
  }
  walk.each([&](long long vector, long long, int reals) {
    RealVector result;
    eachGradient(of, vector, reals, [&](int k, float gradient, float x) {
      result.at[k] = toReal(scale[k] * (gradient - constant[k] - (x - centre[k]) * slope[k]));
    });
    storePart(gradX, vector, reals, result);
  });
}

// partials [parts, columns]
extern "C" __global__ void batch_norm_gradient_sums(
    ColumnTiles tiles,
    long long count,
    int activation,
    float slope,
    const Real* __restrict__ gradY,
    const Real* __restrict__ x,
    const Real* __restrict__ y,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    SumPair* __restrict__ partials) {
  ColumnWalk walk(tiles, count);
  SumPair sums[REALS];
  threadSums(walk, {Activation(activation, slope), gradY, x, y}, mean, invStd, sums);
  mergeLanes(sums, tiles.width, tiles.height);
  storePartials(walk, sums, partials);
}

extern "C" __global__ void batch_norm_gradient_finish(
    int parts,
    int columns,
    const SumPair* __restrict__ partials,
    float* __restrict__ gradGamma,
    float* __restrict__ gradBeta) {
  SumPair merged = mergeParts(parts, columns, partials, SumPair{0.0f, 0.0f});
  int c = finishedColumn(columns);
  if (c >= 0) {
    gradGamma[c] = merged.gradTimesNormalised;
    gradBeta[c] = merged.grad;
  }
}

// perRow = 1 / rows
extern "C" __global__ void batch_norm_gradient_input(
    ColumnTiles tiles,
    long long count,
    float perRow,
    int activation,
    float slope,
    const Real* __restrict__ gradY,
    const Real* __restrict__ x,
    const Real* __restrict__ y,
    const float* __restrict__ gamma,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    const float* __restrict__ gradGamma,
    const float* __restrict__ gradBeta,
    Real* __restrict__ gradX) {
  ColumnWalk walk(tiles, count);
  BatchNormOutput of = {Activation(activation, slope), gradY, x, y};
  writeInputGradient(walk, of, perRow, gamma, mean, invStd, gradGamma, gradBeta, gradX);
}

// All of it, for a grid of one row of blocks and columns that are a multiple of REALS.
extern "C" __global__ void batch_norm_gradient_small(
    ColumnTiles tiles,
    long long count,
    float perRow,
    int activation,
    float slope,
    const Real* __restrict__ gradY,
    const Real* __restrict__ x,
    const Real* __restrict__ y,
    const float* __restrict__ gamma,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    Real* __restrict__ gradX,
    float* gradGamma,
    float* gradBeta) {
  ColumnWalk walk(tiles, count);
  BatchNormOutput of = {Activation(activation, slope), gradY, x, y};
  SumPair sums[REALS];
  threadSums(walk, of, mean, invStd, sums);
  mergeLanes(sums, tiles.width, tiles.height);
  if (walk.lane == 0 && walk.inside) {
    for (int k = 0; k < REALS; k++) {
      gradGamma[walk.column(k)] = sums[k].gradTimesNormalised;
      gradBeta[walk.column(k)] = sums[k].grad;
    }
  }
  __syncthreads();
  writeInputGradient(walk, of, perRow, gamma, mean, invStd, gradGamma, gradBeta, gradX);
}
