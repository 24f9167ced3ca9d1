// The one matrix product under the emulated cuBLAS and cuDNN.
#pragma once
#include <cstddef>

namespace emulation {

/// c [m, n] += a [m, k] b [k, n], row-major with the given row strides, all in double.
void addProduct(size_t m, size_t n, size_t k, const double* a, size_t strideA, const double* b, size_t strideB, double* c,
                size_t strideC);

}  // namespace emulation
