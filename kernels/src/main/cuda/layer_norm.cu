// Layer norm over the columns of x [rows, columns], and its gradients.
#include "columns.cuh"
#include "real.cuh"
#include "rows.cuh"

extern "C" __global__ void layer_norm(
    int rows,
    int columns,
    int groupThreads,
    float epsilon,
    const Real* __restrict__ x,
    const float* __restrict__ gamma,
    const float* __restrict__ beta,
    Real* __restrict__ y,
    float* __restrict__ mean,
    float* __restrict__ invStd) {
  RowWalk walk = {rows, columns, groupThreads};
  float perColumn = 1.0f / static_cast<float>(columns);
  walk.each([&](long long row) {
    const Real* input = x + row * columns;
    float sum = 0.0f;
    walk.read(input, [&](int, float value) { sum += value; });
    float centre = walk.sum(sum) * perColumn;
    float squares = 0.0f;
    walk.read(input, [&](int, float value) { squares += (value - centre) * (value - centre); });
    float factor = 1.0f / sqrtf(walk.sum(squares) * perColumn + epsilon);
    walk.write(input, y + row * columns, [&](int c, float value) {
      return gamma[c] * ((value - centre) * factor) + beta[c];
    });
    if (walk.lane() == 0) {
      mean[row] = centre;
      invStd[row] = factor;
    }
  });
}

extern "C" __global__ void layer_norm_gradient_input(
    int rows,
    int columns,
    int groupThreads,
    const Real* __restrict__ gradY,
    const Real* __restrict__ x,
    const float* __restrict__ gamma,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    Real* __restrict__ gradX) {
  RowWalk walk = {rows, columns, groupThreads};
  float perColumn = 1.0f / static_cast<float>(columns);
  walk.each([&](long long row) {
    const Real* gradient = gradY + row * columns;
    const Real* input = x + row * columns;
    float centre = mean[row];
    float factor = invStd[row];
    float sum = 0.0f;
    float dot = 0.0f;
    walk.read(gradient, input, [&](int c, float g, float value) {
      sum += g * gamma[c];
      dot += g * gamma[c] * ((value - centre) * factor);
    });
    float constant = walk.sum(sum) * perColumn;
    float slope = walk.sum(dot) * perColumn;
    walk.write(gradient, input, gradX + row * columns, [&](int c, float g, float value) {
      return factor * (g * gamma[c] - constant - (value - centre) * factor * slope);
    });
  });
}

// partials [parts, columns]
extern "C" __global__ void layer_norm_gradient_sums(
    ColumnTiles tiles,
    long long count,
    const Real* __restrict__ gradY,
    const Real* __restrict__ x,
    const float* __restrict__ mean,
    const float* __restrict__ invStd,
    SumPair* __restrict__ partials) {
  ColumnWalk walk(tiles, count);
  long long rowsPerBand = static_cast<long long>(tiles.period) * REALS / tiles.columns;
  SumPair sums[REALS];
  int bandRow[REALS];
  for (int k = 0; k < REALS; k++) {
    sums[k] = {0.0f, 0.0f};
    bandRow[k] = walk.bandRow(k);
  }
  walk.each([&](long long vector, long long band, int reals) {
    RealVector gradient = loadPart(gradY, vector, reals);
    RealVector input = loadPart(x, vector, reals);
    for (int k = 0; k < REALS; k++) {
      if (k < reals) {
        long long row = band * rowsPerBand + bandRow[k];
        float g = toFloat(gradient.at[k]);
        sums[k].grad += g;
        sums[k].gradTimesNormalised += g * ((toFloat(input.at[k]) - mean[row]) * invStd[row]);
      }
    }
  });
  mergeLanes(sums, tiles.width, tiles.height);
  storePartials(walk, sums, partials);
}

extern "C" __global__ void layer_norm_gradient_finish(
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
