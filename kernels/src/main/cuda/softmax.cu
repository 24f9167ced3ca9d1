// Softmax and its logarithm over the columns of x [rows, columns].
#include "real.cuh"
#include "rows.cuh"
#include "softmax.cuh"

extern "C" __global__ void softmax(
    int rows, int columns, int groupThreads, const Real* __restrict__ x, Real* __restrict__ y) {
  RowWalk walk = {rows, columns, groupThreads};
  walk.each([&](long long row) {
    const Real* input = x + row * columns;
    Exponentials of = exponentials(walk, input);
    walk.write(input, y + row * columns, [&](int, float value) { return of.share(value); });
  });
}

extern "C" __global__ void log_softmax(
    int rows, int columns, int groupThreads, const Real* __restrict__ x, Real* __restrict__ y) {
  RowWalk walk = {rows, columns, groupThreads};
  walk.each([&](long long row) {
    const Real* input = x + row * columns;
    Exponentials of = exponentials(walk, input);
    float logSum = logf(of.sum);
    walk.write(input, y + row * columns, [&](int, float value) { return of.logShare(value, logSum); });
  });
}
