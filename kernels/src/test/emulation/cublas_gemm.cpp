// cuBLAS's matrix products: C [m, n] = alpha op(A) op(B) + beta C, column-major, one or a strided batch of them.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "cublas_handle.h"
#include "double_product.h"
#include "emulated_memory.h"
#include "emulated_numbers.h"

using namespace emulation;

namespace {

enum DataType { CUDA_R_32F = 0, CUDA_R_16BF = 14 };
enum ComputeType { COMPUTE_32F = 68, COMPUTE_32F_PEDANTIC = 69, COMPUTE_32F_FAST_TF32 = 77 };

/// A matrix as it lies in memory: columns of `rows` elements, `leading` elements apart; `batch` of them, `stride` apart.
struct Matrix {
  const char* name;
  char* data;
  Element element;
  int64_t rows, columns, leading, stride;

  size_t span() const { return ((columns - 1) * leading + rows) * bytesOf(element); }
  char* of(int64_t batch) const { return data + batch * stride * static_cast<int64_t>(bytesOf(element)); }

  /// Calls check(pointer, bytes) for each run of memory that the matrix really holds.
  template <typename Check>
  bool allRuns(int64_t batches, Check check) const {
    if (rows == leading || columns == 1) {
      for (int64_t b = 0; b < batches; b++) {
        if (!check(of(b), span())) return false;
      }
      return true;
    }
    for (int64_t b = 0; b < batches; b++) {
      for (int64_t j = 0; j < columns; j++) {
        if (!check(of(b) + j * leading * bytesOf(element), rows * bytesOf(element))) return false;
      }
    }
    return true;
  }
};

struct Product {
  const char* call;
  int64_t m, n, k, batches;
  bool transposeA, transposeB, tf32;
  float alpha, beta;
  Matrix a, b, c;
};

/// The matrix as doubles, its rows one after another, or (byRows false) its columns one after another.
std::vector<double> unpacked(const Matrix& matrix, int64_t batch, bool byRows, bool tf32) {
  std::vector<double> out(matrix.rows * matrix.columns);
  for (int64_t j = 0; j < matrix.columns; j++) {
    auto column = widened(matrix.of(batch) + j * matrix.leading * bytesOf(matrix.element), matrix.element, matrix.rows, tf32);
    for (int64_t i = 0; i < matrix.rows; i++) {
      out[byRows ? i * matrix.columns + j : j * matrix.rows + i] = column[i];
    }
  }
  return out;
}

// A column-major C is a row-major C^T = op(B)^T op(A)^T: [n, m] = [n, k] [k, m].
void multiply(const Product& product, int64_t batch) {
  const int64_t m = product.m, n = product.n, k = product.k;
  std::vector<double> sums(m * n);
  if (product.alpha != 0 && k > 0) {
    auto left = unpacked(product.b, batch, product.transposeB, product.tf32);
    auto right = unpacked(product.a, batch, product.transposeA, product.tf32);
    addProduct(n, m, k, left.data(), k, right.data(), m, sums.data(), m);
  }
  for (int64_t j = 0; j < n; j++) {
    for (int64_t i = 0; i < m; i++) {
      blend(product.alpha, sums[j * m + i], product.beta, product.c.of(batch), product.c.element, j * product.c.leading + i);
    }
  }
}

void run(const Product& product, void* workspace, size_t workspaceBytes) {
  const char* who = product.call;
  auto readable = [who](void* p, size_t bytes) { return emu_readable(p, bytes, who); };
  auto writable = [who](void* p, size_t bytes) { return emu_writable(p, bytes, who); };
  if (workspace != nullptr) {
    if (!emu_writable(workspace, workspaceBytes, who)) return;
  }
  if (product.alpha != 0 && product.k > 0) {
    if (!product.a.allRuns(product.batches, readable) || !product.b.allRuns(product.batches, readable)) return;
  }
  if (!product.c.allRuns(product.batches, writable)) return;
  if (product.beta != 0 && !product.c.allRuns(product.batches, readable)) return;
  for (int64_t batch = 0; batch < product.batches; batch++) multiply(product, batch);
  product.c.allRuns(product.batches, [](void* p, size_t bytes) {
    emu_wrote(p, bytes);
    return true;
  });
}

int requireMatrix(const Matrix& matrix, const char* call) {
  if (matrix.data == nullptr) return refuse(CUBLAS_INVALID_VALUE, "%s: %s is null", call, matrix.name);
  if (reinterpret_cast<uintptr_t>(matrix.data) % bytesOf(matrix.element) != 0) {
    return refuse(CUBLAS_INVALID_VALUE, "%s: %s is not aligned to its elements", call, matrix.name);
  }
  if (matrix.leading < std::max<int64_t>(1, matrix.rows)) {
    return refuse(CUBLAS_INVALID_VALUE, "%s: ld%s is %lld, but columns have %lld elements", call, matrix.name,
                  static_cast<long long>(matrix.leading), static_cast<long long>(matrix.rows));
  }
  return CUBLAS_SUCCESS;
}

int requireApart(const Product& product) {
  if (product.batches > 1 && product.c.stride * static_cast<int64_t>(bytesOf(product.c.element)) < static_cast<int64_t>(product.c.span())) {
    return refuse(CUBLAS_INVALID_VALUE, "%s: the results of a batch overlap", product.call);
  }
  for (const Matrix* input : {&product.a, &product.b}) {
    int64_t last = product.batches - 1;
    size_t inputBytes = input->of(last) - input->data + input->span();
    size_t outputBytes = product.c.of(last) - product.c.data + product.c.span();
    if (product.k > 0 && overlap(input->data, inputBytes, product.c.data, outputBytes)) {
      return refuse(CUBLAS_INVALID_VALUE, "%s: C overlaps %s", product.call, input->name);
    }
  }
  return CUBLAS_SUCCESS;
}

int product(CublasHandle* handle, const char* call, int transposeA, int transposeB, int64_t m, int64_t n, int64_t k,
            const float* alpha, Matrix a, Matrix b, const float* beta, Matrix c, int64_t batches, bool tf32) {
  if (!handle->streamSet) return refuse(CUBLAS_NOT_INITIALIZED, "%s: no stream was set on this handle", call);
  // CUBLAS_OP_N 0, CUBLAS_OP_T 1, CUBLAS_OP_C 2 (the same as T for real numbers).
  if (transposeA < 0 || transposeA > 2 || transposeB < 0 || transposeB > 2 || m < 0 || n < 0 || k < 0 || batches < 0) {
    return refuse(CUBLAS_INVALID_VALUE, "%s: operations %d, %d, m %lld, n %lld, k %lld, batch %lld", call, transposeA,
                  transposeB, static_cast<long long>(m), static_cast<long long>(n), static_cast<long long>(k),
                  static_cast<long long>(batches));
  }
  if (alpha == nullptr || beta == nullptr) return refuse(CUBLAS_INVALID_VALUE, "%s: alpha or beta is null", call);
  if (handle->pointerMode != CUBLAS_POINTER_MODE_HOST) {
    return refuse(CUBLAS_NOT_SUPPORTED, "%s: the emulation takes alpha and beta from the host only", call);
  }
  a.rows = transposeA ? k : m;
  a.columns = transposeA ? m : k;
  b.rows = transposeB ? n : k;
  b.columns = transposeB ? k : n;
  c.rows = m;
  c.columns = n;
  for (const Matrix& matrix : {a, b, c}) {
    if (int status = requireMatrix(matrix, call)) return status;
  }
  if (m == 0 || n == 0 || batches == 0) return CUBLAS_SUCCESS;
  Product whole{call, m, n, k, batches, transposeA != 0, transposeB != 0, tf32, *alpha, *beta, a, b, c};
  if (int status = requireApart(whole)) return status;
  void* workspace = handle->workspace;
  size_t bytes = handle->workspaceBytes;
  if (emu_run(handle->stream, [whole, workspace, bytes] { run(whole, workspace, bytes); }, call)) return CUBLAS_SUCCESS;
  return refuse(CUBLAS_EXECUTION_FAILED, "%s: %s", call, emu_report());
}

bool tf32Mode(const CublasHandle* handle) { return (handle->mathMode & 15) == CUBLAS_TF32_TENSOR_OP_MATH; }

Matrix matrix(const char* name, const void* data, Element element, int64_t leading, int64_t stride) {
  return {name, static_cast<char*>(const_cast<void*>(data)), element, 0, 0, leading, stride};
}

int typedProduct(CublasHandle* handle, const char* call, int transposeA, int transposeB, int64_t m, int64_t n, int64_t k,
                 const void* alpha, const void* a, int typeA, int64_t lda, int64_t strideA, const void* b, int typeB,
                 int64_t ldb, int64_t strideB, const void* beta, void* c, int typeC, int64_t ldc, int64_t strideC,
                 int64_t batches, int compute, int algorithm) {
  if (int status = requireAlive(handle, call)) return status;
  bool floats = typeA == CUDA_R_32F && typeB == CUDA_R_32F && typeC == CUDA_R_32F;
  bool halves = typeA == CUDA_R_16BF && typeB == CUDA_R_16BF && (typeC == CUDA_R_16BF || typeC == CUDA_R_32F);
  bool supported = compute == COMPUTE_32F_FAST_TF32 ? floats
                   : compute == COMPUTE_32F || compute == COMPUTE_32F_PEDANTIC ? floats || halves
                                                                               : false;
  if (!supported) {
    return refuse(CUBLAS_NOT_SUPPORTED, "%s: data types %d, %d -> %d with compute type %d", call, typeA, typeB, typeC, compute);
  }
  bool knownAlgorithm = (algorithm >= -1 && algorithm <= 23) || (algorithm >= 99 && algorithm <= 115);
  if (!knownAlgorithm) return refuse(CUBLAS_INVALID_VALUE, "%s: no algorithm %d", call, algorithm);
  auto element = [](int type) { return type == CUDA_R_32F ? Element::FLOAT : Element::BFLOAT16; };
  bool tf32 = compute == COMPUTE_32F_FAST_TF32 || (compute == COMPUTE_32F && tf32Mode(handle));
  return product(handle, call, transposeA, transposeB, m, n, k, static_cast<const float*>(alpha),
                 matrix("A", a, element(typeA), lda, strideA), matrix("B", b, element(typeB), ldb, strideB),
                 static_cast<const float*>(beta), matrix("C", c, element(typeC), ldc, strideC), batches, tf32);
}

}  // namespace

extern "C" {

int cublasSgemmStridedBatched(CublasHandle* handle, int transposeA, int transposeB, int m, int n, int k, const float* alpha,
                              const float* a, int lda, long long strideA, const float* b, int ldb, long long strideB,
                              const float* beta, float* c, int ldc, long long strideC, int batches) {
  const char* call = "cublasSgemmStridedBatched";
  if (int status = requireAlive(handle, call)) return status;
  return product(handle, call, transposeA, transposeB, m, n, k, alpha, matrix("A", a, Element::FLOAT, lda, strideA),
                 matrix("B", b, Element::FLOAT, ldb, strideB), beta, matrix("C", c, Element::FLOAT, ldc, strideC), batches,
                 tf32Mode(handle));
}

int cublasSgemm_v2(CublasHandle* handle, int transposeA, int transposeB, int m, int n, int k, const float* alpha,
                   const float* a, int lda, const float* b, int ldb, const float* beta, float* c, int ldc) {
  const char* call = "cublasSgemm";
  if (int status = requireAlive(handle, call)) return status;
  return product(handle, call, transposeA, transposeB, m, n, k, alpha, matrix("A", a, Element::FLOAT, lda, 0),
                 matrix("B", b, Element::FLOAT, ldb, 0), beta, matrix("C", c, Element::FLOAT, ldc, 0), 1,
                 tf32Mode(handle));
}

int cublasGemmEx(CublasHandle* handle, int transposeA, int transposeB, int m, int n, int k, const void* alpha,
                 const void* a, int typeA, int lda, const void* b, int typeB, int ldb, const void* beta, void* c, int typeC,
                 int ldc, int compute, int algorithm) {
  return typedProduct(handle, "cublasGemmEx", transposeA, transposeB, m, n, k, alpha, a, typeA, lda, 0, b, typeB, ldb, 0,
                      beta, c, typeC, ldc, 0, 1, compute, algorithm);
}

int cublasGemmStridedBatchedEx(CublasHandle* handle, int transposeA, int transposeB, int m, int n, int k,
                               const void* alpha, const void* a, int typeA, int lda, long long strideA, const void* b,
                               int typeB, int ldb, long long strideB, const void* beta, void* c, int typeC, int ldc,
                               long long strideC, int batches, int compute, int algorithm) {
  return typedProduct(handle, "cublasGemmStridedBatchedEx", transposeA, transposeB, m, n, k, alpha, a, typeA, lda, strideA,
                      b, typeB, ldb, strideB, beta, c, typeC, ldc, strideC, batches, compute, algorithm);
}

}  // extern "C"
