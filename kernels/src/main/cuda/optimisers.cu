// Parameter updates: one launch over all parameters of a network, a chunk a block. Learning rate, Adam's 1 - beta2 and
// the step lie on the device.
#include "chunks.cuh"
#include "group.cuh"

// 1 - beta^step without cancellation, from log(beta): float's error in the exponent is harmless, since where the
// exponent is large its power is nearly 0.
__device__ __forceinline__ float biasCorrection(float logBeta, long long step) {
  return -expm1f(static_cast<float>(step) * logBeta);
}

// Arrays: gradient, parameter, first moment, second moment. Complements are 1 - beta; the logarithm is beta1's.
extern "C" __global__ void adam(
    ChunkedArrays arrays,
    const float* __restrict__ learningRate,
    const float* __restrict__ complementOfBeta2,
    const long long* __restrict__ step,
    float beta1,
    float complement1,
    float logBeta1,
    float epsilon,
    float weightDecay) {
  float rate = learningRate[0];
  float complement2 = complementOfBeta2[0];
  float beta2 = 1.0f - complement2;
  float stepSize = rate / biasCorrection(logBeta1, step[0]);
  float rootFactor = 1.0f / sqrtf(biasCorrection(log1pf(-complement2), step[0]));
  float kept = 1.0f - rate * weightDecay;
  Chunk<4>(arrays).each<1>([&](float(&v)[4]) {
    float first = beta1 * v[2] + complement1 * v[0];
    first = fabsf(first) < 1e-30f ? 0.0f : first;
    float second = beta2 * v[3] + complement2 * v[0] * v[0];
    v[1] = kept * v[1] - stepSize * first / (sqrtf(second) * rootFactor + epsilon);
    v[2] = first;
    v[3] = second;
  });
}

// Arrays: gradient, parameter, mean square.
extern "C" __global__ void rms_prop(
    ChunkedArrays arrays,
    const float* __restrict__ learningRate,
    float decay,
    float complement,
    float epsilon) {
  float rate = learningRate[0];
  Chunk<3>(arrays).each<1>([&](float(&v)[3]) {
    v[2] = decay * v[2] + complement * v[0] * v[0];
    v[1] -= rate * v[0] / (sqrtf(v[2]) + epsilon);
  });
}

// Arrays: gradient, parameter, velocity.
extern "C" __global__ void sgd(
    ChunkedArrays arrays, const float* __restrict__ learningRate, float momentum) {
  float rate = learningRate[0];
  Chunk<3>(arrays).each<1>([&](float(&v)[3]) {
    v[2] = momentum * v[2] + v[0];
    v[1] -= rate * v[2];
  });
}

// Arrays: parameter, average.
extern "C" __global__ void moving_average(ChunkedArrays arrays, float decay, float complement) {
  Chunk<2>(arrays).each<1>([&](float(&v)[2]) { v[1] = decay * v[1] + complement * v[0]; });
}

// NaN stays.
extern "C" __global__ void clip_values(ChunkedArrays arrays, float limit) {
  Chunk<1>(arrays).each<0>([&](float(&v)[1]) { v[0] = v[0] > limit ? limit : v[0] < -limit ? -limit : v[0]; });
}

// sums [blocks]: of each chunk's squares
extern "C" __global__ void chunk_squares(ChunkedArrays arrays, float* __restrict__ sums) {
  float sum = 0.0f;
  Chunk<1>(arrays).each<1>([&](float(&v)[1]) { sum += v[0] * v[0]; });
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
    ChunkedArrays arrays, float limit, const float* __restrict__ norm) {
  float length = norm[0];
  if (length > limit) {
    float factor = limit / length;
    Chunk<1>(arrays).each<0>([&](float(&v)[1]) { v[0] *= factor; });
  }
}
