// Parameter updates: one launch over all parameters of a network, a chunk a block. The arrays of a chunk stand in the
// order of the kernel's name for them, written ones last. Learning rate and step lie on the device.
#include "chunks.cuh"
#include "group.cuh"

// 1 - beta^step without cancellation, from log(beta): float's error in the exponent is harmless, since where the
// exponent is large its power is nearly 0.
__device__ __forceinline__ float biasCorrection(float logBeta, long long step) {
  return -expm1f(static_cast<float>(step) * logBeta);
}

// Chunks of gradient, parameter, first moment, second moment. Complements are 1 - beta; logarithms those of beta.
extern "C" __global__ void adam(
    const Chunk* __restrict__ chunks,
    const float* __restrict__ learningRate,
    const long long* __restrict__ step,
    float beta1,
    float complement1,
    float logBeta1,
    float beta2,
    float complement2,
    float logBeta2,
    float epsilon,
    float weightDecay) {
  float rate = learningRate[0];
  float stepSize = rate / biasCorrection(logBeta1, step[0]);
  float rootFactor = 1.0f / sqrtf(biasCorrection(logBeta2, step[0]));
  float kept = 1.0f - rate * weightDecay;
  eachOfChunk<4, 1>(chunks, [&](float(&v)[4]) {
    float first = beta1 * v[2] + complement1 * v[0];
    first = fabsf(first) < 1e-30f ? 0.0f : first;
    float second = beta2 * v[3] + complement2 * v[0] * v[0];
    v[1] = kept * v[1] - stepSize * first / (sqrtf(second) * rootFactor + epsilon);
    v[2] = first;
    v[3] = second;
  });
}

// Chunks of gradient, parameter, mean square.
extern "C" __global__ void rms_prop(
    const Chunk* __restrict__ chunks,
    const float* __restrict__ learningRate,
    float decay,
    float complement,
    float epsilon) {
  float rate = learningRate[0];
  eachOfChunk<3, 1>(chunks, [&](float(&v)[3]) {
    v[2] = decay * v[2] + complement * v[0] * v[0];
    v[1] -= rate * v[0] / (sqrtf(v[2]) + epsilon);
  });
}

// Chunks of gradient, parameter, velocity.
extern "C" __global__ void sgd(
    const Chunk* __restrict__ chunks, const float* __restrict__ learningRate, float momentum) {
  float rate = learningRate[0];
  eachOfChunk<3, 1>(chunks, [&](float(&v)[3]) {
    v[2] = momentum * v[2] + v[0];
    v[1] -= rate * v[2];
  });
}

// Chunks of parameter, average.
extern "C" __global__ void moving_average(const Chunk* __restrict__ chunks, float decay, float complement) {
  eachOfChunk<2, 1>(chunks, [&](float(&v)[2]) { v[1] = decay * v[1] + complement * v[0]; });
}

// NaN stays.
extern "C" __global__ void clip_values(const Chunk* __restrict__ chunks, float limit) {
  eachOfChunk<1, 0>(chunks, [&](float(&v)[1]) { v[0] = v[0] > limit ? limit : v[0] < -limit ? -limit : v[0]; });
}

// sums [chunks]: of each chunk's squares
extern "C" __global__ void chunk_squares(const Chunk* __restrict__ chunks, float* __restrict__ sums) {
  float sum = 0.0f;
  eachOfChunk<1, 1>(chunks, [&](float(&v)[1]) { sum += v[0] * v[0]; });
  float ofBlock = blockSum(sum);
  if (threadIdx.x == 0) {
    sums[blockIdx.x] = ofBlock;
  }
}

// By one block.
extern "C" __global__ void norm_of_squares(int count, const float* __restrict__ sums, float* __restrict__ norm) {
  float sum = blockSumOf(sums, count);
  if (threadIdx.x == 0) {
    norm[0] = sqrtf(sum);
  }
}

extern "C" __global__ void clip_norm(
    const Chunk* __restrict__ chunks, float limit, const float* __restrict__ norm) {
  float length = norm[0];
  if (length > limit) {
    float factor = limit / length;
    eachOfChunk<1, 0>(chunks, [&](float(&v)[1]) { v[0] *= factor; });
  }
}
