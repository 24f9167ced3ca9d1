// Losses together with their gradients: one pass over the logits, and one block that adds up what the others left.
#include "group.cuh"
#include "real.cuh"
#include "rows.cuh"
#include "softmax.cuh"

// sums [grid x]: of each block's losses, divided by n; with one block that is the loss. complement = 1 - target.
extern "C" __global__ void binary_cross_entropy(
    long long n,
    float target,
    float complement,
    const Real* __restrict__ logits,
    float* __restrict__ sums,
    Real* __restrict__ gradLogits) {
  float perLogit = 1.0f / static_cast<float>(n);
  float sum = 0.0f;
  for (long long i = firstItem(); i < n; i += itemStride()) {
    float x = toFloat(logits[i]);
    float e = expf(-fabsf(x));
    float lesser = e / (1.0f + e);
    bool positive = x > 0.0f;
    sum += log1pf(e) + (positive ? complement * x : -target * x);
    gradLogits[i] = toReal((positive ? complement - lesser : lesser - target) * perLogit);
  }
  float ofBlock = blockSum(sum);
  if (threadIdx.x == 0) {
    sums[blockIdx.x] = ofBlock * perLogit;
  }
}

// losses [rows], each divided by rows
extern "C" __global__ void cross_entropy(
    int rows,
    int columns,
    int groupThreads,
    const Real* __restrict__ logits,
    const Real* __restrict__ targets,
    float* __restrict__ losses,
    Real* __restrict__ gradLogits) {
  RowWalk walk = {rows, columns, groupThreads};
  float perRow = 1.0f / static_cast<float>(rows);
  walk.each([&](long long row) {
    const Real* input = logits + row * columns;
    const Real* wanted = targets + row * columns;
    Exponentials of = exponentials(walk, input);
    float logSum = logf(of.sum);
    float weight = 0.0f;
    float loss = 0.0f;
    walk.read(input, wanted, [&](int, float x, float t) {
      weight += t;
      loss -= t * of.logShare(x, logSum);
    });
    weight = walk.sum(weight);
    loss = walk.sum(loss);
    walk.write(input, wanted, gradLogits + row * columns, [&](int, float x, float t) {
      return (of.share(x) * weight - t) * perRow;
    });
    if (walk.lane() == 0) {
      losses[row] = loss * perRow;
    }
  });
}

// By one block.
extern "C" __global__ void add_losses(int count, const float* __restrict__ parts, float* __restrict__ loss) {
  float sum = blockSumOf(parts, count);
  if (threadIdx.x == 0) {
    loss[0] = sum;
  }
}
