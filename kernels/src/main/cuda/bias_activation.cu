// y = activation(x + bias) over x [rows, columns], and its gradients in one pass over gradY.
#include "activation.cuh"
#include "columns.cuh"
#include "real.cuh"

extern "C" __global__ void bias_activation(
    ColumnTiles tiles,
    long long count,
    int kind,
    float slope,
    const Real* __restrict__ x,
    const float* __restrict__ bias,
    Real* __restrict__ y) {
  ColumnWalk walk(tiles, count);
  Activation activation(kind, slope);
  float shift[REALS];
  for (int k = 0; k < REALS; k++) {
    shift[k] = bias[walk.column(k)];
  }
  walk.each([&](long long vector, long long, int reals) {
    RealVector values = loadPart(x, vector, reals);
    for (int k = 0; k < REALS; k++) {
      values.at[k] = toReal(activation.of(toFloat(values.at[k]) + shift[k]));
    }
    storePart(y, vector, reals, values);
  });
}

// partials [parts, columns]: sums of gradX over parts of the rows. One part is gradBias itself.
extern "C" __global__ void bias_activation_gradient(
    ColumnTiles tiles,
    long long count,
    int kind,
    float slope,
    const Real* __restrict__ gradY,
    const Real* __restrict__ y,
    Real* __restrict__ gradX,
    float* __restrict__ partials) {
  ColumnWalk walk(tiles, count);
  Activation activation(kind, slope);
  float sums[REALS] = {};
  walk.each([&](long long vector, long long, int reals) {
    RealVector gradient = loadPart(gradY, vector, reals);
    RealVector output = activation.needsOutput() ? loadPart(y, vector, reals) : gradient;
    for (int k = 0; k < REALS; k++) {
      float g = activation.gradient(toFloat(gradient.at[k]), toFloat(output.at[k]));
      sums[k] += g;
      gradient.at[k] = toReal(g);
    }
    storePart(gradX, vector, reals, gradient);
  });
  mergeLanes(sums, tiles.width, tiles.height);
  storePartials(walk, sums, partials);
}

extern "C" __global__ void bias_gradient_finish(
    int parts, int columns, const float* __restrict__ partials, float* __restrict__ gradBias) {
  float sum = mergeParts(parts, columns, partials, 0.0f);
  int c = finishedColumn(columns);
  if (c >= 0) {
    gradBias[c] = sum;
  }
}
