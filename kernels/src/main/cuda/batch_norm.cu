// Batch norm with an activation behind it, over the rows of x [rows, columns]. Three launches for a large matrix
// (statistics of parts, their merging, normalisation), one for a matrix of few rows. Reads x twice.
#include "activation.cuh"
#include "columns.cuh"
#include "moments.cuh"
#include "real.cuh"

// What y = activation((x - centre) * scale + shift) needs for a thread's slots.
struct Normaliser {
  float centre[REALS];
  float scale[REALS];
  float shift[REALS];
};

__device__ __forceinline__ void normalise(
    const ColumnWalk& walk,
    Activation activation,
    const Normaliser& by,
    const Real* __restrict__ x,
    Real* __restrict__ y) {
  walk.each([&](long long vector, long long, int reals) {
    RealVector values = loadPart(x, vector, reals);
    for (int k = 0; k < REALS; k++) {
      float v = (toFloat(values.at[k]) - by.centre[k]) * by.scale[k] + by.shift[k];
      values.at[k] = toReal(activation.of(v));
    }
    storePart(y, vector, reals, values);
  });
}

__device__ __forceinline__ void normaliseByStatistics(
    const ColumnWalk& walk,
    Activation activation,
    const Real* __restrict__ x,
    const float* __restrict__ gamma,
    const float* __restrict__ beta,
    const float* mean,
    const float* invStd,
    Real* __restrict__ y) {
  if (!walk.inside) {
    return;
  }
  Normaliser by;
  for (int k = 0; k < REALS; k++) {
    int c = walk.column(k);
    by.centre[k] = mean[c];
    by.scale[k] = gamma[c] * invStd[c];
    by.shift[k] = beta[c];
  }
  normalise(walk, activation, by, x, y);
}

// partials [parts, columns]
extern "C" __global__ void batch_norm_statistics(
    ColumnTiles tiles, long long count, const Real* __restrict__ x, Moments* __restrict__ partials) {
  ColumnWalk walk(tiles, count);
  Moments moments[REALS];
  threadMoments(walk, x, moments);
  mergeLanes(moments, tiles.width, tiles.height);
  storePartials(walk, moments, partials);
}

extern "C" __global__ void batch_norm_finish(
    int parts,
    int columns,
    float epsilon,
    const Moments* __restrict__ partials,
    float* __restrict__ mean,
    float* __restrict__ invStd) {
  Moments merged = mergeParts(parts, columns, partials, Moments{0.0f, 0.0f, 0.0f});
  int c = finishedColumn(columns);
  if (c >= 0) {
    mean[c] = merged.mean;
    invStd[c] = inverseDeviation(merged, epsilon);
  }
}

extern "C" __global__ void batch_norm_normalise(
    ColumnTiles tiles,
    long long count,
    int activation,
    float slope,
    const Real* __restrict__ x,
    const float* __restrict__ gamma,
    const float* __restrict__ beta,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    Real* __restrict__ y) {
  ColumnWalk walk(tiles, count);
  normaliseByStatistics(walk, Activation(activation, slope), x, gamma, beta, mean, invStd, y);
}

// All of it, for a grid of one row of blocks and columns that are a multiple of REALS.
extern "C" __global__ void batch_norm_small(
    ColumnTiles tiles,
    long long count,
    float epsilon,
    int activation,
    float slope,
    const Real* __restrict__ x,
    const float* __restrict__ gamma,
    const float* __restrict__ beta,
    Real* __restrict__ y,
    float* mean,
    float* invStd) {
  ColumnWalk walk(tiles, count);
  Moments moments[REALS];
  threadMoments(walk, x, moments);
  mergeLanes(moments, tiles.width, tiles.height);
  if (walk.lane == 0 && walk.inside) {
    for (int k = 0; k < REALS; k++) {
      mean[walk.column(k)] = moments[k].mean;
      invStd[walk.column(k)] = inverseDeviation(moments[k], epsilon);
    }
  }
  __syncthreads();
  normaliseByStatistics(walk, Activation(activation, slope), x, gamma, beta, mean, invStd, y);
}

extern "C" __global__ void batch_norm_inference(
    ColumnTiles tiles,
    long long count,
    float epsilon,
    const Real* __restrict__ x,
    const float* __restrict__ gamma,
    const float* __restrict__ beta,
    const float* __restrict__ mean,
    const float* __restrict__ variance,
    Real* __restrict__ y) {
  ColumnWalk walk(tiles, count);
  if (!walk.inside) {
    return;
  }
  Normaliser by;
  for (int k = 0; k < REALS; k++) {
    int c = walk.column(k);
    by.centre[k] = mean[c];
    by.scale[k] = gamma[c] * inverseDeviation(variance[c], epsilon);
    by.shift[k] = beta[c];
  }
  normalise(walk, Activation(static_cast<int>(ActivationKind::IDENTITY), 0.0f), by, x, y);
}

// unbiased = rows / (rows - 1), or 1 for one row
extern "C" __global__ void batch_norm_update_running(
    int columns,
    float unbiased,
    float momentum,
    float epsilon,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    float* __restrict__ runningMean,
    float* __restrict__ runningVariance) {
  for (long long c = firstItem(); c < columns; c += itemStride()) {
    float variance = (1.0f / (invStd[c] * invStd[c]) - epsilon) * unbiased;
    runningMean[c] += momentum * (mean[c] - runningMean[c]);
    runningVariance[c] += momentum * (variance - runningVariance[c]);
  }
}
