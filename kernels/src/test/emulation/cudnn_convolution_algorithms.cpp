// The algorithms of the three passes and the workspaces that they want.
#include "cudnn_convolution.h"

namespace emulation {

const std::vector<Algorithm>& algorithmsOf(Pass pass) {
  static const std::vector<Algorithm> forward = {
      {7, "WINOGRAD_NONFUSED", true, false}, {1, "IMPLICIT_PRECOMP_GEMM", true, true}, {0, "IMPLICIT_GEMM", true, true},
      {2, "GEMM", true, false},              {4, "FFT", true, false},                  {5, "FFT_TILING", true, false},
      {6, "WINOGRAD", true, false},          {3, "DIRECT", true, false}};
  static const std::vector<Algorithm> backwardData = {
      {5, "WINOGRAD_NONFUSED", true, false}, {0, "ALGO_0", false, true},     {1, "ALGO_1", true, true},
      {2, "FFT", true, false},               {3, "FFT_TILING", true, false}, {4, "WINOGRAD", true, false}};
  static const std::vector<Algorithm> backwardFilter = {
      {5, "WINOGRAD_NONFUSED", true, false}, {0, "ALGO_0", false, true}, {1, "ALGO_1", true, true},
      {3, "ALGO_3", false, false},           {2, "FFT", true, false},    {6, "FFT_TILING", true, false}};
  return pass == Pass::FORWARD ? forward : pass == Pass::BACKWARD_DATA ? backwardData : backwardFilter;
}

int workspaceOf(Pass pass, int algorithm, const ConvolutionShape& shape, const char* call, size_t* bytes) {
  for (const Algorithm& candidate : algorithmsOf(pass)) {
    if (candidate.number != algorithm) continue;
    if (!candidate.runsNhwc) return refuse(CUDNN_NOT_SUPPORTED, "%s: %s does not run in NHWC", call, candidate.name);
    // In every pass ALGO_0 needs none and ALGO_1 some: tables of offsets forward, an fp32 copy of the filter backward.
    size_t wanted = pass == Pass::FORWARD ? shape.taps() * sizeof(int) : shape.w.count() * sizeof(float);
    *bytes = algorithm == 1 ? (wanted + 255) / 256 * 256 : 0;
    return CUDNN_SUCCESS;
  }
  return refuse(CUDNN_BAD_PARAM, "%s: no algorithm %d", call, algorithm);
}

}  // namespace emulation
