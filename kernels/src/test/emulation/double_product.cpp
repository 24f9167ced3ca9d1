#include "double_product.h"

#include <algorithm>

namespace emulation {

namespace {

// Four rows of c at a time, so that a row of b is read once for the four; columns are the innermost loop.
__attribute__((target_clones("arch=x86-64-v3", "default"), optimize("O3"))) void addFourRows(
    size_t n, size_t k, const double* a, size_t strideA, const double* b, size_t strideB, double* c, size_t strideC) {
  double* __restrict__ c0 = c;
  double* __restrict__ c1 = c + strideC;
  double* __restrict__ c2 = c + 2 * strideC;
  double* __restrict__ c3 = c + 3 * strideC;
  for (size_t p = 0; p < k; p++) {
    const double* __restrict__ row = b + p * strideB;
    double a0 = a[p], a1 = a[strideA + p], a2 = a[2 * strideA + p], a3 = a[3 * strideA + p];
    for (size_t j = 0; j < n; j++) {
      c0[j] += a0 * row[j];
      c1[j] += a1 * row[j];
      c2[j] += a2 * row[j];
      c3[j] += a3 * row[j];
    }
  }
}

__attribute__((target_clones("arch=x86-64-v3", "default"), optimize("O3"))) void addOneRow(
    size_t n, size_t k, const double* a, const double* b, size_t strideB, double* __restrict__ c) {
  for (size_t p = 0; p < k; p++) {
    const double* __restrict__ row = b + p * strideB;
    for (size_t j = 0; j < n; j++) c[j] += a[p] * row[j];
  }
}

}  // namespace

void addProduct(size_t m, size_t n, size_t k, const double* a, size_t strideA, const double* b, size_t strideB, double* c,
                size_t strideC) {
  constexpr size_t DEPTH = 64;  // rows of b that stay in the cache while all rows of a pass
  for (size_t p = 0; p < k; p += DEPTH) {
    size_t depth = std::min(DEPTH, k - p);
    size_t i = 0;
    for (; i + 4 <= m; i += 4) {
      addFourRows(n, depth, a + i * strideA + p, strideA, b + p * strideB, strideB, c + i * strideC, strideC);
    }
    for (; i < m; i++) addOneRow(n, depth, a + i * strideA + p, b + p * strideB, strideB, c + i * strideC);
  }
}

}  // namespace emulation
